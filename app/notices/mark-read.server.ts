/** Somebody has read notices: one, all, or those of a thread that they read. Each waits for no reader. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write, writeInPassing } from "#db/write.server.ts";
import { kindsOfPosts } from "./kinds.ts";

/** Marks one of somebody's own; again changes nothing, and nobody else's is touched. */
export async function markRead(db: Db, personId: number, id: number, now: number): Promise<void> {
  await write(db, (trx) => one.all(trx, { personId, id, now }));
}

/** The same for whoever was led on by it: where nothing can be written, nothing is. */
export async function markOpened(db: Db, personId: number, id: number, now: number): Promise<void> {
  await writeInPassing(db, () => one.all(db, { personId, id, now }));
}

/** Marks all that had changed by a time, which is when the page was made: what came later stays unread. */
export async function markAllRead(
  db: Db,
  personId: number,
  until: number,
  now: number,
): Promise<void> {
  await write(db, (trx) => all.all(trx, { personId, until, now }));
}

/** Marks what tells of a thread's posts up to the last that its page has. */
export async function markThreadRead(
  db: Db,
  personId: number,
  { threadId, latestId }: { threadId: number; latestId: number },
  now: number,
): Promise<void> {
  const about = { personId, threadId, latestId };
  if (!(await unreadOf.first(db, about))) return;
  await writeInPassing(db, () => ofThread.all(db, { ...about, now }));
}

const one = prepared((db, value: ValueOf<{ personId: number; id: number; now: number }>) =>
  db
    .updateTable("notice")
    .set({ read_at: value("now") })
    .where("id", "=", value("id"))
    .where("person_id", "=", value("personId"))
    .where("read_at", "is", null),
);

const all = prepared((db, value: ValueOf<{ personId: number; until: number; now: number }>) =>
  db
    .updateTable("notice")
    .set({ read_at: value("now") })
    .where("person_id", "=", value("personId"))
    .where("read_at", "is", null)
    .where("changed_at", "<=", value("until")),
);

interface OfThread {
  personId: number;
  threadId: number;
  latestId: number;
}

const ofPosts = sql<boolean>`kind in (${sql.join(kindsOfPosts.map((kind) => sql.lit(kind)))})`;

const unreadOf = prepared((db, value: ValueOf<OfThread>) =>
  db
    .selectFrom("notice")
    .select("id")
    .where("person_id", "=", value("personId"))
    .where("thread_id", "=", value("threadId"))
    .where("read_at", "is", null)
    .where("latest_post_id", "<=", value("latestId"))
    .where(ofPosts)
    .limit(1),
);

const ofThread = prepared((db, value: ValueOf<OfThread & { now: number }>) =>
  db
    .updateTable("notice")
    .set({ read_at: value("now") })
    .where("person_id", "=", value("personId"))
    .where("thread_id", "=", value("threadId"))
    .where("read_at", "is", null)
    .where("latest_post_id", "<=", value("latestId"))
    .where(ofPosts),
);
