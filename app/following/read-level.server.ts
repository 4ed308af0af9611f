import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";

interface Which {
  personId: number;
  kind: FollowKind;
  id: number;
}

/** The level at which a person follows something, or null. One row by its key. */
export async function readLevel(db: Db, which: Which): Promise<FollowLevel | null> {
  return (await level.first(db, which))?.level ?? null;
}

const level = prepared((db, value: ValueOf<Which>) =>
  db
    .selectFrom("follow")
    .select("level")
    .where("person_id", "=", value("personId"))
    .where("kind", "=", value("kind"))
    .where("object_id", "=", value("id")),
);

interface Asked {
  personId: number;
  asked: string;
}

/** The same of a search by its text. */
export async function readSearchLevel(db: Db, asked: Asked): Promise<FollowLevel | null> {
  return (await searchLevel.first(db, asked))?.level ?? null;
}

const searchLevel = prepared((db, value: ValueOf<Asked>) =>
  db
    .selectFrom("followed_search")
    .innerJoin("follow", (join) =>
      join
        .onRef("follow.person_id", "=", "followed_search.person_id")
        .onRef("follow.object_id", "=", "followed_search.id")
        .on("follow.kind", "=", "search"),
    )
    .select("follow.level")
    .where("followed_search.person_id", "=", value("personId"))
    .where("followed_search.asked", "=", value("asked")),
);
