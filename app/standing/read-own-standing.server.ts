import type { Db } from "#db/open.server.ts";
import type { Counting } from "../ranking/standing-points.ts";
import type { CountedAward } from "./awards.ts";
import type { ConductPoints } from "./conduct-points.ts";
import { BELOW_SECONDS, moveLevel, type StandingFacts } from "./levels.ts";
import { type ExemplaryLine, listExemplary } from "./list-exemplary.server.ts";
import { readStanding, type StandingAward } from "./read-standing.server.ts";

/** Posts and records of changed minds that are named; the others are counted. */
export const NAMED = 10;

/** What somebody's own page of standing tells. */
export interface OwnStanding {
  level: number;
  /** Set by an administrator. */
  isByHand: boolean;
  /** When the level is lost if nothing changes, in epoch seconds; null where there is enough for it. */
  lostAt: number | null;
  /** Whether the next level is won as soon as it is weighed again. */
  isRising: boolean;
  facts: StandingFacts;
  /** The best posts that counted. */
  posts: { id: number; title: string; at: number; points: number }[];
  /** How many posts counted, and how many did not, by why. */
  postCounts: Record<Counting, number>;
  awards: CountedAward<StandingAward>[];
  conduct: ConductPoints;
  lines: ExemplaryLine[];
}

/** One's own standing at `now` (epoch seconds), for one's own eyes; writes nothing. */
export async function readOwnStanding(
  db: Db,
  person: { id: number; joinedAt: number },
  now: number,
): Promise<OwnStanding> {
  const { level, below_since, set_by_id } = await db
    .selectFrom("person")
    .leftJoin("standing", "standing.person_id", "person.id")
    .select(["person.level", "standing.below_since", "standing.set_by_id"])
    .where("person.id", "=", person.id)
    .executeTakeFirstOrThrow();
  const { facts, posts, awards, conduct } = await readStanding(db, person, now);
  const isByHand = set_by_id !== null;
  const after = moveLevel({ level, belowSince: below_since }, facts, now);
  const postCounts = { counted: 0, "few-votes": 0, "of-thread": 0, "of-day": 0 };
  for (const { counting } of posts) postCounts[counting] += 1;
  return {
    ...{ level, isByHand, facts, postCounts, conduct },
    lostAt: isByHand || after.belowSince === null ? null : after.belowSince + BELOW_SECONDS,
    isRising: !isByHand && after.level > level,
    posts: posts
      .filter(({ counting }) => counting === "counted")
      .slice(0, NAMED)
      .map(({ post: { id, title, at }, points }) => ({ id, title, at, points })),
    awards: awards.toReversed().slice(0, NAMED),
    lines: await listExemplary(db, person.id),
  };
}
