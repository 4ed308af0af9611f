import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** Every count that is stored beside what it should be; empty when all agree. */
export async function wrongCounts(db: Db) {
  const { rows } = await sql<{ what: string; id: number; stored: number; counted: number }>`
    with recount as (
      select 'post.reply_count' as what, id, reply_count as stored,
        (select count(*) from post child where child.parent_id = post.id) as counted from post
      union all select 'post.branch_count', id, branch_count,
        (select count(*) - 1 from post below where below.branch_id = post.id) from post where depth = 1
      union all select 'thread.reply_count', id, reply_count,
        (select count(*) - 1 from post where thread_id = thread.id) from thread
      union all select 'thread.person_count', id, person_count,
        (select count(distinct author_id) from post where thread_id = thread.id) from thread
      union all select 'thread.active_at', id, active_at,
        (select max(posted_at) from post where thread_id = thread.id) from thread
      union all select 'thread_topic.started_at', thread_id * 1000 + topic_id, started_at,
        (select started_at from thread where id = thread_id) from thread_topic
      union all select 'thread_topic.active_at', thread_id * 1000 + topic_id, active_at,
        (select active_at from thread where id = thread_id) from thread_topic
      union all select 'thread_topic.best', thread_id * 1000 + topic_id, best,
        (select best from thread where id = thread_id) from thread_topic
      union all select 'thread_person.post_count', thread_id * 1000 + person_id, post_count,
        (select count(*) from post where post.thread_id = thread_person.thread_id and author_id = person_id)
        from thread_person
      union all select 'topic.thread_count', id, thread_count,
        (select count(*) from thread_topic where topic_id = topic.id) from topic)
    select * from recount where stored is distinct from counted`.execute(db);
  return rows;
}
