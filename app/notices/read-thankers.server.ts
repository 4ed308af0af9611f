/** Who thanked for a post, for its author: whom they mute thanked without their knowing. */
import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

interface About {
  /** The author. */
  personId: number;
  postId: number;
  /** Thanks from then on; epoch seconds. */
  since: number;
}

/** Up to so many whose thanks stand, the latest first, those whom the author mutes after all others. */
export async function readThankers(
  db: Db,
  about: About,
  most: number,
): Promise<{ id: number; name: string; isMuted: boolean }[]> {
  const rows = await latest.all(db, { ...about, most });
  return rows.map(({ id, name, muted }) => ({ id, name, isMuted: muted !== null }));
}

/** How many whom the author does not mute thanked, and still do. */
export async function countThankers(db: Db | Trx, about: About): Promise<number> {
  return Number((await unmuted.first(db, about))?.count ?? 0);
}

const thanks = (db: Db | Trx, value: ValueOf<About>) =>
  db
    .selectFrom("thanks")
    .leftJoin("follow", (join) =>
      join
        .onRef("follow.object_id", "=", "thanks.person_id")
        .on("follow.person_id", "=", value("personId"))
        .on("follow.kind", "=", sql.lit("person") as never)
        .on("follow.level", "=", sql.lit("muted") as never),
    )
    .where("thanks.post_id", "=", value("postId"))
    .where("thanks.thanked_at", ">=", value("since"));

const latest = prepared((db, value: ValueOf<About & { most: number }>) =>
  thanks(db, value as ValueOf<About>)
    .innerJoin("person", "person.id", "thanks.person_id")
    .select(["person.id", "person.name", "follow.person_id as muted"])
    .orderBy(sql`case when follow.person_id is null then 0 else 1 end`)
    .orderBy("thanks.thanked_at", "desc")
    .orderBy("thanks.person_id", "desc")
    .limit(value("most")),
);

const unmuted = prepared((db, value: ValueOf<About>) =>
  thanks(db, value)
    .where("follow.person_id", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("count")),
);
