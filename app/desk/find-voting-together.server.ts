import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** Somebody who votes much like another, or much for them: as counts alone, for which vote somebody cast nobody learns. */
export interface VotingTogether {
  name: string;
  joinedAt: number;
  level: number;
  /** Votes on the same posts, of which so many were the same. */
  shared: number;
  same: number;
}

export interface VotingFor {
  name: string;
  joinedAt: number;
  level: number;
  /** Votes on this author's latest posts, of which so many found one worth reading. */
  count: number;
  worth: number;
}

/** Of the latest votes, and of the latest posts, so many are looked at. */
const LATEST = 100;
/** Fewer say nothing. */
const LEAST = 5;
const LEAST_SAME = 0.8;
const MOST = 10;

/** Who voted on the same posts as somebody and nearly always alike, among their latest votes. */
export async function findVotingTogether(db: Db, personId: number): Promise<VotingTogether[]> {
  const mine = db
    .selectFrom("vote")
    .select(["post_id", "worth", "agree"])
    .where("person_id", "=", personId)
    .orderBy("cast_at", "desc")
    .limit(LATEST)
    .as("mine");
  const same = sql<number>`sum(case when other.worth = mine.worth and other.agree = mine.agree then 1 else 0 end)`;
  const rows = await db
    .selectFrom(mine)
    .innerJoin("vote as other", "other.post_id", "mine.post_id")
    .innerJoin("person", "person.id", "other.person_id")
    .select(["person.name", "person.joined_at as joinedAt", "person.level"])
    .select((eb) => [eb.fn.countAll<number>().as("shared"), same.as("same")])
    .where("other.person_id", "!=", personId)
    .groupBy(["person.id", "person.name", "person.joined_at", "person.level"])
    .having((eb) => eb(eb.fn.countAll(), ">=", LEAST))
    .orderBy("same", "desc")
    .orderBy("person.id")
    .limit(MOST * 5)
    .execute();
  return rows
    .map((row) => ({ ...row, same: Number(row.same) }))
    .filter((row) => row.same >= LEAST_SAME * row.shared)
    .slice(0, MOST);
}

/** Who voted most often on somebody's latest posts, finding them worth reading. */
export async function findVotingFor(db: Db, personId: number): Promise<VotingFor[]> {
  const latest = db
    .selectFrom("post")
    .select("id")
    .where("author_id", "=", personId)
    .orderBy("posted_at", "desc")
    .orderBy("id", "desc")
    .limit(LATEST)
    .as("latest");
  const rows = await db
    .selectFrom(latest)
    .innerJoin("vote", "vote.post_id", "latest.id")
    .innerJoin("person", "person.id", "vote.person_id")
    .select(["person.name", "person.joined_at as joinedAt", "person.level"])
    .select((eb) => [
      eb.fn.countAll<number>().as("count"),
      eb.fn.sum<number>("vote.worth").as("worth"),
    ])
    .groupBy(["person.id", "person.name", "person.joined_at", "person.level"])
    .having((eb) => eb(eb.fn.sum("vote.worth"), ">=", LEAST))
    .orderBy("worth", "desc")
    .orderBy("person.id")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, worth: Number(row.worth) }));
}
