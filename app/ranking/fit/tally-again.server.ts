import type { Trx } from "#db/open.server.ts";
import { totalsOf } from "../place.ts";
import type { Sums } from "../worth.ts";
import { changeRows } from "./change-rows.server.ts";
import { type Recount, recountPosts, tallied } from "./recount-posts.server.ts";

/** Rows of vote_total, each made when it is first moved. */
const SHARES = 16;

const ofPost = {
  table: "tally",
  key: ["post_id"],
  set: [...tallied, "leaning"],
} as const;
const dueAt = { table: "tally", key: ["post_id"], set: ["due_at"] } as const;
const ofThread = { table: "thread", key: ["id"], add: ["vote_count"] } as const;

/** Counts the votes on these posts again, and moves what their thread and the forum come to by what is other than before. A leaning stays where somebody voted since the fit. */
export async function tallyAgain(
  trx: Trx,
  postIds: readonly number[],
  leaningOf: (post: number) => number,
  now: number,
): Promise<void> {
  const changed: number[][] = [];
  const due: number[][] = [];
  const threads = new Map<number, number>();
  let worth = 0;
  let counted = 0;
  for (const post of await recountPosts(trx, postIds)) {
    const isNewer = (post.changed_at ?? 0) >= now;
    const leaning = isNewer ? post.leaning : leaningOf(post.post_id);
    const isSame = tallied.every((name) => post[name] === post[`counted_${name}`]);
    if (isSame && leaning === post.leaning) continue;
    changed.push([post.post_id, ...tallied.map((name) => post[`counted_${name}`]), leaning]);
    const before = totalsOf(sumsOf(post, ""));
    const after = totalsOf(sumsOf(post, "counted_"));
    worth += after.worth - before.worth;
    counted += after.counted - before.counted;
    const more = post.counted_voter_count - post.voter_count;
    if (more === 0) continue;
    threads.set(post.thread_id, (threads.get(post.thread_id) ?? 0) + more);
    // With other voters its counts may be shown by now.
    due.push([post.post_id, now]);
  }
  await changeRows(trx, ofPost, changed);
  await changeRows(trx, dueAt, due);
  await changeRows(trx, ofThread, [...threads]);
  if (worth || counted) await addToTotal(trx, { share: postIds[0]! % SHARES, worth, counted });
}

const addToTotal = (trx: Trx, moved: Record<"share" | "worth" | "counted", number>) =>
  trx
    .insertInto("vote_total")
    .values(moved)
    .onConflict((conflict) =>
      conflict.column("share").doUpdateSet((eb) => ({
        worth: eb("vote_total.worth", "+", eb.ref("excluded.worth")),
        counted: eb("vote_total.counted", "+", eb.ref("excluded.counted")),
      })),
    )
    .execute();

const sumsOf = (post: Recount, of: "" | "counted_"): Sums => ({
  worthLeft: post[`${of}worth_left`],
  worthRight: post[`${of}worth_right`],
  onlyLeft: post[`${of}only_left`],
  onlyRight: post[`${of}only_right`],
});
