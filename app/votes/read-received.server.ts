import { type SqlBool, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { toUnits } from "../ranking/units.ts";
import { VOTE_REASONS, type VoteReason } from "./ballot.ts";

/** Who stands nearer to the middle agrees and disagrees with everybody alike. */
const ASIDE = toUnits(0.2);
/** Of fewer people one might guess who they are. */
const LEAST_GROUP = 3;

interface Share {
  worth: number;
  of: number;
}

export interface Received {
  /** Worth to readers who often agree with the author, and to those who often disagree; null where too few could be told apart. */
  sides: { near: Share; far: Share } | null;
  /** What made it worth reading, the most frequent first. */
  reasons: { reason: VoteReason; count: number }[];
}

/** What votes tell the author of a post besides their counts; null for anybody else, and while the counts are hidden. No name, no side. */
export async function readReceived(
  db: Db,
  person: Person,
  postId: number,
): Promise<Received | null> {
  const post = await db
    .selectFrom("tally")
    .select(["author_id", "shown_at"])
    .where("post_id", "=", postId)
    .executeTakeFirst();
  if (post?.author_id !== person.id || post.shown_at === null) return null;
  return {
    sides: await readSides(db, postId, post.author_id),
    reasons: await readReasons(db, postId),
  };
}

async function readReasons(db: Db, postId: number): Promise<Received["reasons"]> {
  const rows = await db
    .selectFrom("vote")
    .select((eb) => ["reason", eb.fn.countAll<number>().as("count")])
    .where("post_id", "=", postId)
    .where("worth", "=", 1)
    .where("weight", ">", 0)
    .where("reason", "is not", null)
    .groupBy("reason")
    .execute();
  const counts = new Map(rows.map(({ reason, count }) => [reason, Number(count)]));
  return VOTE_REASONS.flatMap((reason) => {
    const count = counts.get(reason) ?? 0;
    return count > 0 ? { reason, count } : [];
  }).sort((one, other) => other.count - one.count);
}

/** Both groups, or none: who is in one is not in the other. */
async function readSides(db: Db, postId: number, authorId: number): Promise<Received["sides"]> {
  const rows = await db
    .selectFrom("vote")
    .innerJoin("post", "post.id", "vote.post_id")
    .innerJoin("fit", (join) =>
      join.on("fit.is_used", "=", 1).on(
        sql<SqlBool>`fit.scope = coalesce((
          select topical.scope from thread_topic
          inner join fit as topical on topical.scope = thread_topic.topic_id
          where thread_topic.thread_id = post.thread_id and thread_topic.position = 0),
          ${sql.lit(SITE)})`,
      ),
    )
    .innerJoin("position as voter", (join) =>
      join.onRef("voter.scope", "=", "fit.scope").onRef("voter.person_id", "=", "vote.person_id"),
    )
    .innerJoin("position as author", (join) =>
      join.onRef("author.scope", "=", "fit.scope").on("author.person_id", "=", authorId),
    )
    .select(sql<number>`case when voter.x > 0 then 1 else -1 end`.as("side"))
    .select(sql<number>`case when author.x > 0 then 1 else -1 end`.as("authorSide"))
    .select((eb) => [eb.fn.sum<number>("vote.worth").as("worth"), eb.fn.countAll().as("of")])
    .where("vote.post_id", "=", postId)
    .where("vote.weight", ">", 0)
    .where(sql<SqlBool>`abs(voter.x) >= ${sql.lit(ASIDE)} and abs(author.x) >= ${sql.lit(ASIDE)}`)
    .groupBy(["side", "authorSide"])
    .execute();
  const shareOf = (isNear: boolean): Share => {
    const row = rows.find(({ side, authorSide }) => (side === authorSide) === isNear);
    return { worth: Number(row?.worth ?? 0), of: Number(row?.of ?? 0) };
  };
  const [near, far] = [shareOf(true), shareOf(false)];
  return Math.min(near.of, far.of) >= LEAST_GROUP ? { near, far } : null;
}
