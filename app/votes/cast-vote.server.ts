import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { spend } from "../limits/spend.server.ts";
import { mayVote, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import type { Standards } from "../ranking/place.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { fromUnits, toUnits } from "../ranking/units.ts";
import { shareOf, voteWeight } from "../ranking/vote.ts";
import { allow } from "../refusals.ts";
import { type Ballot, changeBallot, isEmpty, type VoteReason, type VoteWish } from "./ballot.ts";
import { countPraise } from "./count-praise.server.ts";
import { findVoted, type Voted } from "./find-voted.server.ts";
import { type Counting, keepTally } from "./keep-tally.server.ts";
import { keepVote } from "./keep-vote.server.ts";
import { stepPosition } from "./step-position.server.ts";

/** Casts, changes or takes back a person's vote on a post: the vote, the sums of the post, its place and the thread's, or nothing. Again changes nothing. `limits` scales how many are taken a day; null takes any. Answers the post's address. */
export async function castVote(
  db: Db,
  person: Person,
  postId: number,
  wish: VoteWish,
  now: number,
  limits: number | null = null,
): Promise<string> {
  const standards = await readStandards(db);
  return write(db, async (trx) => {
    const voted = await findVoted(trx, postId, person.id);
    const before = ballotOf(voted);
    const after = changeBallot(before, wish);
    // What was said can be taken back wherever it stands.
    if (!isEmpty(after) || isEmpty(before)) {
      allow(
        mayVote(person, { authorId: voted.author_id, isWithdrawn: voted.withdrawn_at !== null }),
      );
    }
    const path = placePath({ ...voted, id: voted.thread_id }, voted);
    if (isSame(before, after)) return path;
    // Taking back says nothing, and may be done at any time.
    if (limits !== null && !isEmpty(after)) {
      await spend(trx, limitOf(person), person.id, now, limits);
    }
    await count(trx, { voted, before, after, person, standards, now });
    return path;
  });
}

const limitOf = ({ level }: Person) => (level === 0 ? "vote.newcomer" : "vote.person");

const ballotOf = ({ worth, agree, reason }: Voted): Ballot => ({
  worth: worth ?? 0,
  agree: agree ?? 0,
  reason: reason as VoteReason | null,
});

const isSame = (one: Ballot, other: Ballot) =>
  one.worth === other.worth && one.agree === other.agree && one.reason === other.reason;

interface Casting {
  voted: Voted;
  before: Ballot;
  after: Ballot;
  person: Person;
  standards: Standards;
  now: number;
}

/** What a vote counted as before. */
const formerOf = (voted: Voted): Counting => ({
  ...ballotOf(voted),
  weight: voted.weight ?? 0,
  toLeft: voted.to_left ?? 0,
  toRight: voted.to_right ?? 0,
});

async function count(trx: Trx, { voted, before, after, person, standards, now }: Casting) {
  const castAt = voted.cast_at ?? now;
  // Said anew, it is about the text as it is.
  const next = await weigh(trx, { ...voted, halvings: 0 }, after, person, castAt);
  const pair = { postId: voted.id, personId: person.id, authorId: voted.author_id };
  await keepVote(trx, { ...pair, ...next, halvings: 0, castAt, changedAt: now });
  const isLean = after.agree !== before.agree && after.agree !== 0 && next.weight > 0;
  const leaning =
    isLean && voted.is_used === 1
      ? await stepPosition(trx, { ...pair, scope: voted.scope })
      : voted.leaning;
  await keepTally(trx, { ...voted, leaning }, formerOf(voted), next, standards, now);
}

/** Weighs a vote again that stays as it is: whoever cast it flagged the post, or their flag was taken back or decided. */
export async function countAgain(
  trx: Trx,
  {
    voted,
    person,
    standards,
    now,
  }: Omit<Casting, "before" | "after" | "person"> & { person: Voter },
) {
  const castAt = voted.cast_at ?? now;
  const next = await weigh(trx, voted, ballotOf(voted), person, castAt);
  if (next.weight === (voted.weight ?? 0)) return;
  const pair = { postId: voted.id, personId: person.id, authorId: voted.author_id };
  const halvings = voted.halvings ?? 0;
  await keepVote(trx, { ...pair, ...next, halvings, castAt, changedAt: voted.changed_at ?? now });
  await keepTally(trx, voted, formerOf(voted), next, standards, now);
}

type Voter = Pick<Person, "id" | "level">;

/** A ballot with what it adds to the sums. */
async function weigh(
  trx: Trx,
  voted: Voted,
  ballot: Ballot,
  person: Voter,
  castAt: number,
): Promise<Counting> {
  const whole = await weightOf(trx, voted, ballot, person, castAt);
  const weight = whole / 2 ** (voted.halvings ?? 0);
  const { left, right } = shareOf(ballot, weight, fromUnits(voted.x ?? 0));
  return { ...ballot, weight: toUnits(weight), toLeft: toUnits(left), toRight: toUnits(right) };
}

/** Nothing where it says nothing, where its sender is new here, or where it only agrees or disagrees and its sender flagged the post. */
async function weightOf(
  trx: Trx,
  voted: Voted,
  ballot: Ballot,
  { id, level }: Voter,
  castAt: number,
): Promise<number> {
  if (isEmpty(ballot) || level < 1) return 0;
  if (!ballot.worth) return voted.is_flagged ? 0 : 1;
  const pair = { personId: id, authorId: voted.author_id, postId: voted.id, castAt };
  const { given, returned } = await countPraise(trx, pair);
  return voteWeight(level, given, returned);
}
