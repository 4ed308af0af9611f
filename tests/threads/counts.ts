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
        (select count(*) - 1 from post where thread_id = thread.id) from thread where merged_into_id is null
      union all select 'thread.person_count', id, person_count,
        (select count(distinct author_id) from post where thread_id = thread.id) from thread
      union all select 'thread.active_at', id, active_at,
        (select max(posted_at) from post where thread_id = thread.id) from thread where merged_into_id is null
      union all select 'thread.vote_count', id, vote_count,
        (select coalesce(sum(voter_count), 0) from tally where thread_id = thread.id) from thread
      union all select 'thread of no posts', id, reply_count + person_count, 0 from thread where merged_into_id is not null
      union all select 'thread_person.gain', thread_id * 1000 + person_id, gain,
        (select coalesce(sum(gain), 0) from tally where tally.thread_id = thread_person.thread_id and author_id = person_id)
        from thread_person
      union all select 'post.depth', post.id, post.depth,
        coalesce((select depth + 1 from post as parent where parent.id = post.parent_id), 0) from post
      union all select 'post.thread_id', post.id, post.thread_id,
        coalesce((select thread_id from post as parent where parent.id = post.parent_id),
          (select id from thread where opening_post_id = post.id and merged_into_id is null)) from post
      union all select 'post.branch_id', post.id, coalesce(post.branch_id, 0),
        case depth when 0 then 0 when 1 then post.id
          else (select branch_id from post as parent where parent.id = post.parent_id) end from post
      union all select 'tally.thread_id', post_id, tally.thread_id,
        (select thread_id from post where post.id = post_id) from tally
      union all select 'tally.parent_id', post_id, coalesce(tally.parent_id, 0),
        (select coalesce(parent_id, 0) from post where post.id = post_id) from tally
      union all select 'tally.depth', post_id, tally.depth,
        (select depth from post where post.id = post_id) from tally
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
