import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";

/** Posts after which somebody knows what is asked of everyone here. */
const KNOWN_AFTER = 10;

/** Whether what is asked of everyone stands above somebody's form: until they have posted ten times, and where a post of the thread is in question for what it says of a person. */
export async function needsNorms(
  db: Db,
  person: Person | null,
  threadId: number | null = null,
): Promise<boolean> {
  if (!person) return false;
  if ((await tenthPost.first(db, { personId: person.id })) === undefined) return true;
  return threadId !== null && (await openCase.first(db, { threadId })) !== undefined;
}

const openCase = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .selectFrom("case")
    .select("id")
    .where("thread_id", "=", value("threadId"))
    .where("closed_at", "is", null)
    .where("kind", "=", "rules")
    .limit(1),
);

const tenthPost = prepared((db, value: ValueOf<{ personId: number }>) =>
  db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", value("personId"))
    .limit(1)
    .offset(KNOWN_AFTER - 1),
);
