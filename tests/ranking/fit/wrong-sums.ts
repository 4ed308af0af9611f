/** Every sum of votes beside what the rows say, counted here anew. */
import { placeOf, totalsOf } from "#app/ranking/place.ts";
import { readStandards } from "#app/ranking/read-standards.server.ts";
import type { Db } from "#db/open.server.ts";

/** Sums, counts, shares and gains that are other than a recount of all votes; empty when all agree. */
export async function wrongSums(db: Db) {
  const votes = await db.selectFrom("vote").selectAll().where("weight", ">", 0).execute();
  const tallies = await db.selectFrom("tally").selectAll().orderBy("post_id").execute();
  const wrong: string[] = [];
  const check = (what: string, stored: number, counted: number) => {
    if (stored !== counted) wrong.push(`${what}: ${stored} is stored, ${counted} counted`);
  };
  const voters = new Map<number, number>();
  const gains = new Map<string, number>();
  const total = { worth: 0, counted: 0 };
  const ofPost = new Map<number, typeof votes>();
  for (const vote of votes) {
    if (!vote.worth && !vote.agree) continue;
    const own = ofPost.get(vote.post_id) ?? [];
    ofPost.set(vote.post_id, own);
    own.push(vote);
  }
  for (const tally of tallies) {
    const own = ofPost.get(tally.post_id) ?? [];
    const sum = (of: (vote: (typeof own)[number]) => number) =>
      own.reduce((all, vote) => all + of(vote), 0);
    const sums = {
      worthLeft: sum(({ worth, to_left }) => (worth ? to_left : 0)),
      worthRight: sum(({ worth, to_right }) => (worth ? to_right : 0)),
      onlyLeft: sum(({ worth, to_left }) => (worth ? 0 : to_left)),
      onlyRight: sum(({ worth, to_right }) => (worth ? 0 : to_right)),
    };
    const name = `post ${tally.post_id}`;
    check(`${name} worth_left`, tally.worth_left, sums.worthLeft);
    check(`${name} worth_right`, tally.worth_right, sums.worthRight);
    check(`${name} only_left`, tally.only_left, sums.onlyLeft);
    check(`${name} only_right`, tally.only_right, sums.onlyRight);
    check(`${name} voter_count`, tally.voter_count, own.length);
    check(
      `${name} worth_count`,
      tally.worth_count,
      sum(({ worth }) => worth),
    );
    check(
      `${name} agree_count`,
      tally.agree_count,
      sum(({ agree }) => (agree > 0 ? 1 : 0)),
    );
    check(
      `${name} disagree_count`,
      tally.disagree_count,
      sum(({ agree }) => (agree < 0 ? 1 : 0)),
    );
    voters.set(tally.thread_id, (voters.get(tally.thread_id) ?? 0) + own.length);
    const pair = `${tally.thread_id} ${tally.author_id}`;
    gains.set(pair, (gains.get(pair) ?? 0) + tally.gain);
    const { worth, counted } = totalsOf(sums);
    total.worth += worth;
    total.counted += counted;
  }
  for (const { id, vote_count } of await db.selectFrom("thread").selectAll().execute()) {
    check(`thread ${id} vote_count`, vote_count, voters.get(id) ?? 0);
  }
  for (const row of await db.selectFrom("thread_person").selectAll().execute()) {
    const pair = `${row.thread_id} ${row.person_id}`;
    check(`gain of person and thread ${pair}`, row.gain, gains.get(pair) ?? 0);
  }
  const shares = await db.selectFrom("vote_total").selectAll().execute();
  const all = (of: (share: (typeof shares)[number]) => number) =>
    shares.reduce((sum, share) => sum + of(share), 0);
  check(
    "total worth",
    all(({ worth }) => worth),
    total.worth,
  );
  check(
    "total counted",
    all(({ counted }) => counted),
    total.counted,
  );
  return wrong;
}

/** Posts that stand elsewhere than their sums say at a moment. */
export async function wrongPlaces(db: Db, now: number) {
  const standards = await readStandards(db);
  const posts = await db
    .selectFrom("tally")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .innerJoin("post", "post.id", "tally.post_id")
    .selectAll("tally")
    .select(["thread.vote_count", "post.withdrawn_at"])
    .execute();
  return posts.filter((post) => {
    const place = placeOf(
      {
        sums: {
          worthLeft: post.worth_left,
          worthRight: post.worth_right,
          onlyLeft: post.only_left,
          onlyRight: post.only_right,
        },
        ...{ insult: post.insult, words: post.words, voters: post.voter_count },
        ...{ postedAt: post.posted_at, shownAt: post.shown_at },
        ...{ isOpening: post.parent_id === null, isWithdrawn: post.withdrawn_at !== null },
        ...{ threadVotes: post.vote_count },
        isWithdrawn: post.withdrawn_at !== null,
      },
      standards,
      now,
    );
    const names = ["substance", "gain", "best", "across"] as const;
    return (
      names.some((name) => post[name] !== place[name]) ||
      post.shown_at !== place.shownAt ||
      post.due_at !== place.dueAt
    );
  });
}
