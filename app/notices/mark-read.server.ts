/** Somebody has read notices: one, all, or those of a thread that they read. Each waits for no reader. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write, writeInPassing } from "#db/write.server.ts";
import { kindsOfPosts } from "./kinds.ts";
import { type OfPosts, readPosters } from "./read-posters.server.ts";

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

/** Marks what tells of posts of a thread that are all shown on a page of it; answers how many notices that were. */
export async function markThreadRead(
  db: Db,
  personId: number,
  { threadId, shown }: { threadId: number; shown: { ids: Ids } },
  now: number,
): Promise<number> {
  const { ids } = shown;
  let marked = 0;
  for (const notice of await unreadOf.all(db, { personId, threadId })) {
    if (!(await isShown(db, notice, ids))) continue;
    const { id, count } = notice;
    const rows = await writeInPassing(db, () => unlessGrown.all(db, { id, count, now }));
    marked += rows?.length ?? 0;
  }
  return marked;
}

const nobody: ReadonlySet<number> = new Set();

/** Ids that can be looked up. */
interface Ids {
  has: (id: number) => boolean;
}

async function isShown(db: Db, notice: OfPosts, ids: Ids): Promise<boolean> {
  const { first_post_id, latest_post_id } = notice;
  if (![first_post_id, latest_post_id].some((id) => id !== null && ids.has(id))) return false;
  const { posts, isWhole } = await readPosters(db, notice, nobody);
  return isWhole && posts.every(({ id }) => ids.has(id));
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

const ofPosts = sql<boolean>`kind in (${sql.join(kindsOfPosts.map((kind) => sql.lit(kind)))})`;

const unreadOf = prepared((db, value: ValueOf<{ personId: number; threadId: number }>) =>
  db
    .selectFrom("notice")
    .select(["id", "person_id", "kind", "thread_id", "first_post_id", "latest_post_id"])
    .select(["about_id", "count"])
    .where("person_id", "=", value("personId"))
    .where("thread_id", "=", value("threadId"))
    .where("read_at", "is", null)
    .where(ofPosts),
);

const unlessGrown = prepared((db, value: ValueOf<{ id: number; count: number; now: number }>) =>
  db
    .updateTable("notice")
    .set({ read_at: value("now") })
    .where("id", "=", value("id"))
    .where("count", "=", value("count"))
    .where("read_at", "is", null)
    .returning("id"),
);
