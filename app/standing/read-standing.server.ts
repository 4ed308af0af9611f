import type { Db } from "#db/open.server.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import {
  type CountedPost,
  countPosts,
  hasEnoughVotes,
  type VotedPost,
} from "../ranking/standing-points.ts";
import { fromUnits } from "../ranking/units.ts";
import { worthOf } from "../ranking/worth.ts";
import { type Award, type CountedAward, countAwards } from "./awards.ts";
import { type ConductPoints, conductSum } from "./conduct-points.ts";
import type { StandingFacts } from "./levels.ts";
import { readConduct } from "./read-conduct.server.ts";
import { readNewcomer } from "./read-newcomer.server.ts";

/** A post older than this counts less than a two-hundredth. */
const OLDEST = 2 * 365 * 86_400;
/** Posts, and records of changed minds, that are looked at. */
const POSTS = 1_000;
const RECORDS = 500;
const DAY = 86_400;

export interface StandingPost extends VotedPost {
  id: number;
  title: string;
}
export interface StandingAward extends Award {
  postId: number;
}

/** All that somebody's standing rests on. */
export interface Standing {
  facts: StandingFacts;
  posts: CountedPost<StandingPost>[];
  awards: CountedAward<StandingAward>[];
  conduct: ConductPoints;
}

/** Weighs what counts for one person at `now` (epoch seconds), their newest thousand posts of two years among it; writes nothing. */
export async function readStanding(
  db: Db,
  person: { id: number; joinedAt: number },
  now: number,
): Promise<Standing> {
  const { prior } = await readStandards(db);
  const voted = await listVoted(db, person.id, prior, now);
  const posts = countPosts(
    voted.map(({ post }) => post),
    prior,
    now,
  );
  const awards = countAwards(await listAwards(db, person.id));
  const { flags, rejected, unrewritten, insults } = await readConduct(db, person.id);
  const conduct = { upheld: flags.upheld, rejected, unrewritten };
  return {
    facts: {
      days: Math.max(0, Math.floor((now - person.joinedAt) / DAY)),
      ...(await readNewcomer(db, person.id)),
      points: sumOf(posts) + sumOf(awards) + conductSum(conduct),
      voted: voted.length,
      bothSides: Math.max(
        0,
        ...voted.filter(({ post }) => hasEnoughVotes(post)).map(({ weaker }) => weaker / prior),
      ),
      ...{ insults, flags },
    },
    ...{ posts, awards, conduct },
  };
}

const sumOf = (parts: readonly { points: number }[]) =>
  parts.reduce((sum, { points }) => sum + points, 0);

/** Posts that stand, with a vote that counts; each with what it is worth to the side that finds it less so. */
async function listVoted(db: Db, personId: number, prior: number, now: number) {
  const rows = await db
    .selectFrom("tally")
    .innerJoin("post", "post.id", "tally.post_id")
    .innerJoin("thread", "thread.id", "tally.thread_id")
    .select(["post.id", "tally.thread_id", "thread.title", "tally.posted_at", "tally.substance"])
    .select(["tally.worth_left", "tally.worth_right", "tally.only_left", "tally.only_right"])
    .select("tally.voter_count")
    .where("tally.author_id", "=", personId)
    .where("tally.posted_at", ">", now - OLDEST)
    .where("tally.voter_count", ">", 0)
    // While counts are hidden, one's standing tells nothing of them either.
    .where("tally.shown_at", "is not", null)
    .where("post.withdrawn_at", "is", null)
    .orderBy("tally.posted_at", "desc")
    .limit(POSTS)
    .execute();
  return rows.map((row) => {
    const worth = worthOf(
      {
        ...{ worthLeft: fromUnits(row.worth_left), worthRight: fromUnits(row.worth_right) },
        ...{ onlyLeft: fromUnits(row.only_left), onlyRight: fromUnits(row.only_right) },
      },
      prior,
    );
    const post: StandingPost = {
      ...{ id: row.id, title: row.title, thread: row.thread_id, at: row.posted_at },
      ...{ substance: fromUnits(row.substance), votes: worth.votes, voters: row.voter_count },
    };
    return { post, weaker: Math.min(worth.left, worth.right) };
  });
}

async function listAwards(db: Db, personId: number): Promise<StandingAward[]> {
  const listOf = async (of: Award["of"]): Promise<StandingAward[]> => {
    const [own, other] = of === "author" ? AS_AUTHOR : AS_RECORDER;
    const rows = await db
      .selectFrom("changed_mind")
      .innerJoin("person", "person.id", `changed_mind.${other}`)
      .select(["changed_mind.post_id as postId", "changed_mind.recorded_at as at"])
      .select(["person.id as other", "person.name as otherName", "person.level as otherLevel"])
      .where(`changed_mind.${own}`, "=", personId)
      .where("changed_mind.withdrawn_at", "is", null)
      .orderBy("changed_mind.recorded_at", "desc")
      .limit(RECORDS)
      .execute();
    return rows.map((row) => ({ of, ...row }));
  };
  return [...(await listOf("author")), ...(await listOf("recorder"))];
}

const AS_AUTHOR = ["author_id", "person_id"] as const;
const AS_RECORDER = ["person_id", "author_id"] as const;
