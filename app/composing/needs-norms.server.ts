import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";

/** Posts after which somebody knows what is asked of everyone here. */
const KNOWN_AFTER = 10;

/** Whether what is asked of everyone stands above somebody's form: until they have posted ten times. */
export async function needsNorms(db: Db, person: Person | null): Promise<boolean> {
  if (!person) return false;
  return (await tenthPost.first(db, { personId: person.id })) === undefined;
}

const tenthPost = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", value("personId"))
    .limit(1)
    .offset(KNOWN_AFTER - 1),
);
