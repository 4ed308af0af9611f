import type { Trx } from "#db/open.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { firstStandards } from "../ranking/place.ts";
import { keyOfNew } from "../ranking/thread-key.ts";
import { TITLE_READER } from "../threads/index-title.server.ts";
import { thingKey } from "../threads/thing-key.ts";
import { slugOf } from "../threads/thread-path.ts";
import { titleWords } from "../threads/title-words.ts";
import { composePost } from "./compose-post.ts";
import type { Filling } from "./filling.ts";
import { insertRows } from "./insert-rows.server.ts";
import { type Head, inventThread, topicThrows } from "./invent-thread.ts";

/** Writes threads as they are after this batch, with their topics and the words of their titles; answers how many threads each topic has more. */
export async function writeThreads(
  trx: Trx,
  filling: Filling,
  threads: readonly number[],
): Promise<Map<number, number>> {
  const { plan, topicIds, threadIdOf } = filling;
  const throws = topicThrows(topicIds.length);
  const heads = threads.map((thread) => ({ thread, head: inventThread(plan, thread, throws) }));
  await insertRows(
    trx,
    "thread",
    heads.map(({ thread, head }) => rowOf(filling, thread, head)),
  );
  const counts = new Map<number, number>();
  const tagged = heads.flatMap(({ thread, head }) =>
    head.topics.map((topic, position) => {
      const topic_id = topicIds[topic]!;
      counts.set(topic_id, (counts.get(topic_id) ?? 0) + 1);
      return { thread_id: threadIdOf(thread), topic_id, position, ...timesOf(filling, thread) };
    }),
  );
  await insertRows(trx, "thread_topic", tagged);
  const words = heads.flatMap(({ thread, head }) =>
    titleWords(head.title).map((word) => ({ word, thread_id: threadIdOf(thread) })),
  );
  await insertRows(trx, "title_word", words);
  return counts;
}

function timesOf({ plan, counting }: Filling, thread: number) {
  const started_at = plan.posts.at[plan.openings[thread]!]!;
  const best = keyOfNew(firstStandards.prior, started_at);
  return { started_at, active_at: counting.activeAt[thread]!, best };
}

function rowOf(filling: Filling, thread: number, { title, url, quote, norms }: Head) {
  const { plan, counting, idOf, threadIdOf, personIdOf } = filling;
  const opening = plan.openings[thread]!;
  const isWithdrawn = plan.posts.withdrawnAt[opening] !== 0;
  return {
    id: threadIdOf(thread),
    ...{ title, slug: slugOf(title), url, quote, norms },
    author_id: personIdOf(plan.posts.author[opening]!),
    excerpt: isWithdrawn ? "" : excerpt(composePost(filling, opening).html),
    ...timesOf(filling, thread),
    opening_post_id: idOf(opening),
    reply_count: counting.threadPosts[thread]! - 1,
    person_count: counting.threadPeople[thread]!,
    version: counting.version[thread]!,
    url_key: url && thingKey(url),
    title_reader: TITLE_READER,
  };
}
