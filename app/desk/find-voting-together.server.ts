import { type AliasedExpression, sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** Somebody who nearly always votes like another, or for them; how often nobody is told, for which vote somebody cast nobody learns. */
export interface VotingAlike {
  name: string;
  joinedAt: number;
  level: number;
}

/** Of the latest votes, and of the latest posts, so many are looked at. */
const LATEST = 100;
/** Of the votes on them no more are counted. */
const MOST_COUNTED = 20_000;
/** So many votes say something; of accounts that came together, so many. */
const [least, less] = [sql.lit(30), sql.lit(10)];
/** Seconds that lie at most between two accounts that came together. */
const together = sql.lit(30 * 86_400);
const MOST = 10;

/** Members who nearly always voted like a member on the same posts, among their latest votes; nobody for who is in office. */
export async function findVotingTogether(db: Db, personId: number): Promise<VotingAlike[]> {
  const mine = db
    .selectFrom("vote")
    .select(["post_id", "worth", "agree"])
    .where("person_id", "=", personId)
    .orderBy("cast_at", "desc")
    .limit(LATEST)
    .as("mine");
  const votes = db
    .selectFrom(mine)
    .innerJoin("vote", "vote.post_id", "mine.post_id")
    .select("vote.person_id as voterId")
    .select(
      sql<number>`case when vote.worth = mine.worth and vote.agree = mine.agree then 1 else 0 end`.as(
        "alike",
      ),
    )
    .limit(MOST_COUNTED);
  return findAlike(db, personId, votes.as("votes"));
}

/** Members who nearly always found a member's latest posts worth reading when they voted on them; nobody for who is in office. */
export async function findVotingFor(db: Db, personId: number): Promise<VotingAlike[]> {
  const latest = db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", personId)
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .limit(LATEST)
    .as("latest");
  const votes = db
    .selectFrom(latest)
    .innerJoin("vote", "vote.post_id", "latest.id")
    .select(["vote.person_id as voterId", "vote.worth as alike"])
    .limit(MOST_COUNTED);
  return findAlike(db, personId, votes.as("votes"));
}

async function findAlike(
  db: Db,
  personId: number,
  votes: AliasedExpression<{ voterId: number; alike: number }, "votes">,
): Promise<VotingAlike[]> {
  const about = await db
    .selectFrom("person")
    .select(["joined_at", "role"])
    .where("id", "=", personId)
    .executeTakeFirst();
  if (about?.role !== "member") return [];
  const count = sql<number>`count(*)`;
  const alike = sql<number>`sum(votes.alike)`;
  const apart = sql<number>`abs(person.joined_at - ${sql.lit(about.joined_at)})`;
  return db
    .selectFrom(votes)
    .innerJoin("person", "person.id", "votes.voterId")
    .select(["person.name", "person.joined_at as joinedAt", "person.level"])
    .where("person.id", "!=", personId)
    .where("person.role", "=", "member")
    .groupBy(["person.id", "person.name", "person.joined_at", "person.level"])
    .having(
      sql<boolean>`${count} >= case when ${apart} <= ${together} then ${less} else ${least} end`,
    )
    .having(sql<boolean>`10 * ${alike} >= 9 * ${count}`)
    .orderBy(count, "desc")
    .orderBy("person.id")
    .limit(MOST)
    .execute();
}
