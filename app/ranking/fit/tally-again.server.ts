import type { Trx } from "#db/open.server.ts";
import { viewOf } from "../../posts/other-view.ts";
import { totalsOf } from "../place.ts";
import { rememberThread } from "../remember-thread.server.ts";
import { fromUnits } from "../units.ts";
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
const ofThread = { table: "thread", key: ["id"], add: ["vote_count"] } as const;

/** Counts the votes on these posts again, and moves what their thread and the forum come to by what is other than before. A leaning stays where somebody voted since the fit. */
export async function tallyAgain(
  trx: Trx,
  postIds: readonly number[],
  leaningOf: (post: number) => number,
  now: number,
): Promise<void> {
  const changed: number[][] = [];
  const threads = new Map<number, number>();
  const seen = new Set<number>();
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
    if (isShownOtherwise(post, leaning)) seen.add(post.thread_id);
    const more = post.counted_voter_count - post.voter_count;
    if (more) threads.set(post.thread_id, (threads.get(post.thread_id) ?? 0) + more);
  }
  await changeRows(trx, ofPost, changed);
  await changeRows(trx, ofThread, [...threads]);
  for (const threadId of seen) await rememberThread(trx, threadId, true);
  if (worth || counted) await addToTotal(trx, { share: postIds[0]! % SHARES, worth, counted });
}

/** Whether its page shows other counts than before, or another view. */
const isShownOtherwise = (post: Recount, leaning: number) =>
  (["voter_count", "worth_count", "agree_count", "disagree_count"] as const).some(
    (name) => post[name] !== post[`counted_${name}`],
  ) || viewOf(fromUnits(post.leaning)) !== viewOf(fromUnits(leaning));

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
