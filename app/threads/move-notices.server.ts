import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { type Moved, walk } from "./branch-walk.server.ts";

/** Lets notices that nobody has read, and that tell of moved posts alone, be read where those posts are. They are looked for among those who could be told: who wrote there, is mentioned, or follows something of it. */
export async function moveNotices(trx: Trx, moved: Moved): Promise<void> {
  const { fromId, intoId } = moved;
  await sql`${walk(moved)}, told(person_id) as (
      select person_id from follow where kind = 'thread' and object_id in (${fromId}, ${intoId})
      union select follow.person_id from thread_topic
        join follow on follow.kind = 'topic' and follow.object_id = thread_topic.topic_id
        where thread_topic.thread_id in (${fromId}, ${intoId})
      union select follow.person_id from walk
        join follow on follow.kind = 'branch' and follow.object_id = walk.id
      union select follow.person_id from walk join post on post.id = walk.id
        join follow on follow.kind = 'person' and follow.object_id = post.author_id
      union select person_id from thread_person where thread_id in (${fromId}, ${intoId})
      union select person_id from walk join mention on mention.post_id = walk.id
      union select post.author_id from walk join quotation on quotation.post_id = walk.id
        join post on post.id = quotation.quoted_post_id)
    update notice set thread_id = ${intoId}
    where read_at is null and thread_id = ${fromId}
      and person_id in (select person_id from told)
      and first_post_id in (select id from walk) and latest_post_id in (select id from walk)`.execute(
    trx,
  );
}
