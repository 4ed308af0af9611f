/** What the votes of a forum come to when they are counted anew, to compare with the sums that were moved one by one. */
import { totalsOf } from "#app/ranking/place.ts";
import type { Db } from "#db/open.server.ts";

/** The sums and counts of every post as the rows of votes say. */
export async function recount(db: Db) {
  const votes = await db.selectFrom("vote").selectAll().execute();
  const tallies = await db.selectFrom("tally").selectAll().orderBy("post_id").execute();
  return tallies.map(({ post_id, thread_id }) => {
    const own = votes.filter((vote) => vote.post_id === post_id && vote.weight > 0);
    const sum = (of: (vote: (typeof votes)[number]) => number) =>
      own.reduce((total, vote) => total + of(vote), 0);
    return {
      ...{ post_id, thread_id },
      worth_left: sum((vote) => (vote.worth ? vote.to_left : 0)),
      worth_right: sum((vote) => (vote.worth ? vote.to_right : 0)),
      only_left: sum((vote) => (vote.worth ? 0 : vote.to_left)),
      only_right: sum((vote) => (vote.worth ? 0 : vote.to_right)),
      voter_count: own.length,
      worth_count: sum((vote) => vote.worth),
      agree_count: own.filter(({ agree }) => agree === 1).length,
      disagree_count: own.filter(({ agree }) => agree === -1).length,
    };
  });
}

/** The same as the forum keeps it. */
export async function kept(db: Db) {
  const sums = ["worth_left", "worth_right", "only_left", "only_right"] as const;
  const counts = ["voter_count", "worth_count", "agree_count", "disagree_count"] as const;
  return db
    .selectFrom("tally")
    .select(["post_id", "thread_id", ...sums, ...counts])
    .orderBy("post_id")
    .execute();
}

/** What all votes come to, counted anew from the posts' sums, and as the forum keeps it. */
export async function totals(db: Db) {
  const rows = await kept(db);
  const counted = rows.map((row) =>
    totalsOf({
      worthLeft: row.worth_left,
      worthRight: row.worth_right,
      onlyLeft: row.only_left,
      onlyRight: row.only_right,
    }),
  );
  const shares = await db.selectFrom("vote_total").selectAll().execute();
  const sum = <Row>(all: readonly Row[], of: (row: Row) => number) =>
    all.reduce((total, row) => total + of(row), 0);
  return {
    recounted: [sum(counted, ({ worth }) => worth), sum(counted, (row) => row.counted)],
    kept: [sum(shares, ({ worth }) => worth), sum(shares, (row) => row.counted)],
  };
}
