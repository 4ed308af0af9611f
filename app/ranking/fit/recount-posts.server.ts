import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared } from "#db/prepared.server.ts";

/** What the votes on a post come to, in the order of columns of its tally. */
export const tallied = [
  ...(["worth_left", "worth_right", "only_left", "only_right"] as const),
  ...(["voter_count", "worth_count", "agree_count", "disagree_count"] as const),
];
type Name = (typeof tallied)[number];
type Counted = { [Each in Name as `counted_${Each}`]: number };

/** A tally beside what the vote rows say. */
export interface Recount extends Record<Name, number>, Counted {
  post_id: number;
  thread_id: number;
  leaning: number;
  /** When the last vote on it was cast or changed; null where nobody voted. */
  changed_at: number | null;
}

const counts = sql`vote.weight > 0 and (vote.worth = 1 or vote.agree <> 0)`;
const sumOf = (what: ReturnType<typeof sql>, when: ReturnType<typeof sql>) =>
  sql`coalesce(sum(case when ${counts} and ${when} then ${what} else 0 end), 0)`;

const recounts: Record<Name, ReturnType<typeof sql>> = {
  worth_left: sumOf(sql`vote.to_left`, sql`vote.worth = 1`),
  worth_right: sumOf(sql`vote.to_right`, sql`vote.worth = 1`),
  only_left: sumOf(sql`vote.to_left`, sql`vote.worth = 0`),
  only_right: sumOf(sql`vote.to_right`, sql`vote.worth = 0`),
  voter_count: sumOf(sql`1`, sql`1 = 1`),
  worth_count: sumOf(sql`1`, sql`vote.worth = 1`),
  agree_count: sumOf(sql`1`, sql`vote.agree = 1`),
  disagree_count: sumOf(sql`1`, sql`vote.agree = -1`),
};

const columns = sql.join([
  ...["post_id", "thread_id", "leaning", ...tallied].map((name) => sql`tally.${sql.ref(name)}`),
  ...tallied.map((name) => sql`${recounts[name]} as ${sql.ref(`counted_${name}`)}`),
]);

const recount = prepared<{ postIds: readonly number[] }, Recount>((db, value) => ({
  compile: () =>
    sql<Recount>`
      select ${columns}, max(vote.changed_at) as changed_at
      from tally left join vote on vote.post_id = tally.post_id
      where ${isAmong(db, sql.ref("tally.post_id"), value("postIds"))}
      group by tally.post_id`.compile(db),
}));

/** The tallies of these posts, each beside a recount of its votes. */
export const recountPosts = (trx: Db | Trx, postIds: readonly number[]): Promise<Recount[]> =>
  recount.all(trx, { postIds });
