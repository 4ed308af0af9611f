import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";

/** Counts a thread from its posts: its replies, votes and people, with what each of them added, and when it was last active. One without posts counts nothing. */
export async function recountThread(trx: Trx, threadId: number): Promise<void> {
  await trx.deleteFrom("thread_person").where("thread_id", "=", threadId).execute();
  await sql`insert into thread_person (thread_id, person_id, post_count, gain)
    select tally.thread_id, tally.author_id, count(*), sum(tally.gain)
    from tally where tally.thread_id = ${threadId}
    group by tally.thread_id, tally.author_id`.execute(trx);
  const { rows } = await sql<Record<"posts" | "votes" | "people", number> & { at: number | null }>`
    select count(*) as posts, coalesce(sum(voter_count), 0) as votes,
      count(distinct author_id) as people, max(posted_at) as at
    from tally where thread_id = ${threadId}`.execute(trx);
  const { posts, votes, people, at } = rows[0]!;
  const active = at === null ? {} : { active_at: Number(at) };
  await trx
    .updateTable("thread")
    .set({
      ...{ reply_count: Math.max(0, Number(posts) - 1), person_count: Number(people) },
      ...{ vote_count: Number(votes), ...active },
    })
    .where("id", "=", threadId)
    .execute();
  if (at === null) return;
  await trx.updateTable("thread_topic").set(active).where("thread_id", "=", threadId).execute();
}
