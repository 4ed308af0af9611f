import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

interface Written {
  personId: number;
  threadId: number;
  /** Epoch seconds. */
  now: number;
}

/** Lets somebody who writes in a thread follow it, unless they wish not to; what they follow or mute already stays as it is. One statement. */
export async function followByWriting(trx: Trx, written: Written): Promise<void> {
  await beginToFollow.all(trx, written);
}

const beginToFollow = prepared((db, value: ValueOf<Written>) =>
  db
    .insertInto("follow")
    .columns(["person_id", "kind", "object_id", "level", "is_by_writing", "followed_at"])
    .expression((eb) =>
      eb
        .selectFrom("person")
        .select([
          "person.id",
          sql.lit("thread").as("kind"),
          sql<number>`cast(${value("threadId")} as bigint)`.as("object_id"),
          sql.lit("worth").as("level"),
          sql.lit(1).as("is_by_writing"),
          sql<number>`cast(${value("now")} as bigint)`.as("followed_at"),
        ])
        .where("person.id", "=", value("personId"))
        .where("person.follows_by_writing", "=", 1),
    )
    .onConflict((conflict) => conflict.columns(["person_id", "kind", "object_id"]).doNothing()),
);
