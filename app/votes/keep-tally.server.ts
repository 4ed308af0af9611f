import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { countWords } from "../markdown/count-words.ts";
import { addGain } from "../ranking/add-gain.server.ts";
import { placeOf, type Standards, totalsOf } from "../ranking/place.ts";
import { rememberThread } from "../ranking/remember-thread.server.ts";
import type { Ballot } from "./ballot.ts";
import type { Voted } from "./find-voted.server.ts";

/** A ballot with what it adds to the sums, in billionths; its weight is 0 where it does not count. */
export interface Counting extends Ballot {
  weight: number;
  toLeft: number;
  toRight: number;
}

/** Rows of vote_total, each made when it is first moved. */
const SHARES = 16;

/** Moves a post's sums and counts by one vote, and by them its places, what all votes come to, and what its thread gains. */
export async function keepTally(
  trx: Trx,
  voted: Voted,
  former: Counting,
  next: Counting,
  standards: Standards,
  now: number,
): Promise<void> {
  if (former.weight === 0 && next.weight === 0) return;
  const sums = sumsOf(voted);
  const moved = add(add(sums, former, -1), next, 1);
  const counts = countsOf(voted);
  const counted = addCount(addCount(counts, former, -1), next, 1);
  const change = counted.voters - counts.voters;
  const words = voted.words ?? (await countLate(trx, voted.id));
  const place = placeOf(
    {
      ...{ sums: moved, insult: voted.insult, words, voters: counted.voters },
      ...{ postedAt: voted.posted_at, shownAt: voted.shown_at, isOpening: voted.depth === 0 },
      isWithdrawn: voted.withdrawn_at !== null,
      threadVotes: voted.vote_count + change,
    },
    standards,
    now,
  );
  await move.all(trx, {
    postId: voted.id,
    words,
    leaning: voted.leaning,
    ...moved,
    ...counted,
    ...place,
  });
  const before = totalsOf(sums);
  const after = totalsOf(moved);
  await addToTotal.all(trx, {
    share: voted.id % SHARES,
    worth: after.worth - before.worth,
    counted: after.counted - before.counted,
  });
  const threadId = voted.thread_id;
  await addToThread.all(trx, { threadId, change, now });
  const gain = place.gain - voted.gain;
  await addGain(trx, { threadId, authorId: voted.author_id, gain });
  await rememberThread(trx, threadId, true);
}

/** Of posts that are older than tallies nobody has counted the words. */
async function countLate(trx: Trx, postId: number): Promise<number> {
  const post = await textOf.first(trx, { postId });
  return countWords(post?.html ?? "");
}

const textOf = prepared((db, value: ValueOf<{ postId: number }>) =>
  db.selectFrom("post").select("html").where("id", "=", value("postId")),
);

const sumsOf = (voted: Voted) => ({
  worthLeft: voted.worth_left,
  worthRight: voted.worth_right,
  onlyLeft: voted.only_left,
  onlyRight: voted.only_right,
});

function add(sums: ReturnType<typeof sumsOf>, { worth, toLeft, toRight }: Counting, sign: 1 | -1) {
  const left = sign * toLeft;
  const right = sign * toRight;
  return worth
    ? { ...sums, worthLeft: sums.worthLeft + left, worthRight: sums.worthRight + right }
    : { ...sums, onlyLeft: sums.onlyLeft + left, onlyRight: sums.onlyRight + right };
}

const countsOf = (voted: Voted) => ({
  voters: voted.voter_count,
  found: voted.worth_count,
  agreeing: voted.agree_count,
  disagreeing: voted.disagree_count,
});

function addCount(
  counts: ReturnType<typeof countsOf>,
  { worth, agree, weight }: Counting,
  sign: 1 | -1,
) {
  if (weight === 0) return counts;
  return {
    voters: counts.voters + sign,
    found: counts.found + sign * worth,
    agreeing: counts.agreeing + (agree === 1 ? sign : 0),
    disagreeing: counts.disagreeing + (agree === -1 ? sign : 0),
  };
}

type Moved = ReturnType<typeof sumsOf> &
  ReturnType<typeof countsOf> &
  ReturnType<typeof placeOf> & { postId: number; words: number; leaning: number };

const move = prepared((db, value: ValueOf<Moved>) =>
  db
    .updateTable("tally")
    .set({
      worth_left: value("worthLeft"),
      worth_right: value("worthRight"),
      only_left: value("onlyLeft"),
      only_right: value("onlyRight"),
      voter_count: value("voters"),
      worth_count: value("found"),
      agree_count: value("agreeing"),
      disagree_count: value("disagreeing"),
      words: value("words"),
      leaning: value("leaning"),
      substance: value("substance"),
      gain: value("gain"),
      best: value("best"),
      across: value("across"),
      shown_at: value("shownAt"),
      due_at: value("dueAt"),
    })
    .where("post_id", "=", value("postId")),
);

const addToTotal = prepared(
  (db, value: ValueOf<{ share: number; worth: number; counted: number }>) =>
    db
      .insertInto("vote_total")
      .values({ share: value("share"), worth: value("worth"), counted: value("counted") })
      .onConflict((conflict) =>
        conflict.column("share").doUpdateSet((eb) => ({
          worth: eb("vote_total.worth", "+", eb.ref("excluded.worth")),
          counted: eb("vote_total.counted", "+", eb.ref("excluded.counted")),
        })),
      ),
);

/** The first vote of a second shows at once; what comes in the same second follows with the clock, so that a storm of votes makes no page for each. */
const addToThread = prepared(
  (db, value: ValueOf<{ threadId: number; change: number; now: number }>) =>
    db
      .updateTable("thread")
      .set((eb) => ({
        vote_count: eb("vote_count", "+", value("change")),
        version: sql<number>`version + case when voted_at < ${value("now")} then 1 else 0 end`,
        voted_at: value("now"),
      }))
      .where("id", "=", value("threadId")),
);
