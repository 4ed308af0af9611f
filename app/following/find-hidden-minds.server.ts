import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { holdsWord } from "./muted.ts";
import { readMutes } from "./read-mutes.server.ts";

/** Of records of changed minds those that a reader does not wish to see: by whose mind it was, who changed it, and the words of both. */
export async function findHiddenMinds(
  db: Db,
  personId: number,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const mutes = await readMutes(db, personId);
  const minds = await mindsOf.all(db, { ids });
  const hidden = minds.filter(
    (mind) =>
      mutes.people.has(mind.person_id) ||
      mutes.people.has(mind.author_id) ||
      mutes.threads.has(mind.thread_id) ||
      holdsWord(`${mind.title}\n${mind.view_before}\n${mind.view_now}`, mutes.words),
  );
  return new Set(hidden.map(({ id }) => id));
}

const mindsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("changed_mind")
    .innerJoin("thread", "thread.id", "changed_mind.thread_id")
    .select(["changed_mind.id", "changed_mind.person_id", "changed_mind.author_id"])
    .select(["changed_mind.thread_id", "changed_mind.view_before", "changed_mind.view_now"])
    .select("thread.title")
    .where(isAmong(db, sql.ref("changed_mind.id"), value("ids"))),
);
