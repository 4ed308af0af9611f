/** Writes some posts with all that the deeds of people would have counted of them, in one transaction. */
import { goOnFromGreatestId } from "#db/dialect.server.ts";
import type { Trx } from "#db/open.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import type { Batch } from "./counting.ts";
import type { Filling } from "./filling.ts";
import { insertRows } from "./insert-rows.server.ts";
import { countOldPost, countOldThread, countTopic, moveThreadInTopics } from "./recount.server.ts";
import { writePosts } from "./write-posts.server.ts";
import { writeThreads } from "./write-threads.server.ts";

/** Writes a batch that is counted; `tell` hears after how many of its posts it is. It may be run again. */
export async function writeBatch(
  trx: Trx,
  filling: Filling,
  batch: Batch,
  tell: (done: number) => void,
): Promise<void> {
  const topics = await writeThreads(trx, filling, batch.newThreads);
  await writePosts(trx, filling, batch, tell);
  await insertRows(trx, "thread_person", writers(filling, batch), (query) =>
    query.onConflict((conflict) =>
      conflict.columns(["thread_id", "person_id"]).doUpdateSet((eb) => ({
        post_count: eb("thread_person.post_count", "+", eb.ref("excluded.post_count")),
      })),
    ),
  );
  await countAnew(trx, filling, batch);
  for (const [id, count] of topics) await countTopic.all(trx, { id, count });
  for (const table of ["thread", "post"] as const) await goOnFromGreatestId(trx, table);
  await raiseLists(trx);
}

const writers = ({ threadIdOf, personIdOf }: Filling, { wrote }: Batch) =>
  [...wrote].flatMap(([thread, ofThread]) =>
    [...ofThread].map(([person, post_count]) => ({
      thread_id: threadIdOf(thread),
      person_id: personIdOf(person),
      post_count,
    })),
  );

/** What was written by an earlier batch and was answered in this one. */
async function countAnew(trx: Trx, filling: Filling, { oldPosts, oldThreads }: Batch) {
  const { counting, idOf, threadIdOf } = filling;
  for (const post of oldPosts) {
    const counts = { replies: counting.replies[post]!, below: counting.below[post]! };
    await countOldPost.all(trx, { id: idOf(post), ...counts });
  }
  for (const thread of oldThreads) {
    const id = threadIdOf(thread);
    const activeAt = counting.activeAt[thread]!;
    await countOldThread.all(trx, {
      ...{ id, activeAt, replies: counting.threadPosts[thread]! - 1 },
      people: counting.threadPeople[thread]!,
      version: counting.version[thread]!,
    });
    await moveThreadInTopics.all(trx, { id, activeAt });
  }
}
