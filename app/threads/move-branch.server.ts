/** A post with all that stands below it goes to another place: into another thread, or below another post. Its ids stay, and so do its addresses. */
import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { rememberThread } from "../ranking/remember-thread.server.ts";
import { type Moved, walk } from "./branch-walk.server.ts";
import { moveNotices } from "./move-notices.server.ts";
import { recountThread } from "./recount-thread.server.ts";

/** Moves a branch in the caller's transaction and counts both threads anew; a parent below the post itself is the caller's to refuse. Answers how many posts went. */
export async function moveBranch(trx: Trx, moved: Moved): Promise<number> {
  await holdThreads(trx, [moved.fromId, moved.intoId]);
  const { rows } = await sql<{ count: number }>`${walk(moved)}
    select count(*) as count from walk`.execute(trx);
  const count = Number(rows[0]?.count ?? 0);
  await leave(trx, moved.postId, count);
  await place(trx, moved);
  await arrive(trx, moved, count);
  await moveWhatNamesTheThread(trx, moved);
  // What had no posts left keeps its row alone.
  await recountThread(trx, moved.fromId);
  await recountThread(trx, moved.intoId);
  for (const id of [moved.fromId, moved.intoId]) await rememberThread(trx, id, true);
  return count;
}

/** Nobody posts in either meanwhile; the lesser first, so that no two wait for each other. */
async function holdThreads(trx: Trx, ids: number[]) {
  for (const id of ids.toSorted((one, other) => one - other)) {
    await trx
      .updateTable("thread")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("id", "=", id)
      .execute();
  }
}

/** Takes the branch out of the counts of what stood above it. */
async function leave(trx: Trx, postId: number, count: number) {
  const { parent_id, branch_id } = await trx
    .selectFrom("post")
    .select(["parent_id", "branch_id"])
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  if (parent_id !== null) await addTo(trx, parent_id, "reply_count", -1);
  if (branch_id !== null && branch_id !== postId) {
    await addTo(trx, branch_id, "branch_count", -count);
  }
}

async function place(trx: Trx, moved: Moved) {
  const { postId, intoId, parent } = moved;
  await sql`${walk(moved)} update post
    set thread_id = ${intoId}, depth = walk.depth, branch_id = walk.branch, branch_count = 0
    from walk where post.id = walk.id`.execute(trx);
  await sql`${walk(moved)} update tally set thread_id = ${intoId}, depth = walk.depth
    from walk where tally.post_id = walk.id`.execute(trx);
  const parentId = parent?.id ?? null;
  await trx.updateTable("post").set({ parent_id: parentId }).where("id", "=", postId).execute();
  // What a reply adds to its author's gain an opening post does not: the clock weighs it again.
  await trx
    .updateTable("tally")
    .set({ parent_id: parentId, gain: 0, due_at: moved.now })
    .where("post_id", "=", postId)
    .execute();
}

/** Counts the branch in what stands above it now. */
async function arrive(trx: Trx, { postId, intoId, parent }: Moved, count: number) {
  if (parent) await addTo(trx, parent.id, "reply_count", 1);
  if (parent && parent.branch_id !== null) {
    return addTo(trx, parent.branch_id, "branch_count", count);
  }
  if (parent) return addTo(trx, postId, "branch_count", count - 1);
  await sql`update post
    set branch_count = (select count(*) - 1 from post as below where below.branch_id = post.id)
    where thread_id = ${intoId} and depth = 1`.execute(trx);
}

async function addTo(trx: Trx, id: number, what: "reply_count" | "branch_count", by: number) {
  await trx
    .updateTable("post")
    .set((eb) => ({ [what]: eb(what, "+", by) }))
    .where("id", "=", id)
    .execute();
}

/** Rows that say of a post in which thread it stands; and threads whose pages show who quotes whom. */
async function moveWhatNamesTheThread(trx: Trx, moved: Moved) {
  const { intoId } = moved;
  for (const name of ["changed_mind", "case"]) {
    await sql`${walk(moved)} update ${sql.table(name)} set thread_id = ${intoId}
      where post_id in (select id from walk)`.execute(trx);
  }
  await moveNotices(trx, moved);
  await sql`${walk(moved)} update thread set version = version + 1
    where id != ${intoId} and id != ${moved.fromId} and id in (
      select post.thread_id from walk
        join quotation on quotation.post_id = walk.id
        join post on post.id = quotation.quoted_post_id
      union
      select post.thread_id from walk
        join quotation on quotation.quoted_post_id = walk.id
        join post on post.id = quotation.post_id)`.execute(trx);
}
