import type { Trx } from "#db/open.server.ts";
import { withPlainBreaks } from "../posts/difference.ts";
import { Refusal } from "../refusals.ts";
import type { KeptDraft } from "./kept-draft.ts";
import { readPlace } from "./place.ts";

/** Whether a draft of an edit says what its post says already; throws Refusal 404 when what it is about is not there. */
export async function saysNothingNew(trx: Trx, { place, fields }: KeptDraft): Promise<boolean> {
  const about = readPlace(place);
  if (about?.form === "reply") await findThread(trx, about.threadId);
  if (about?.form !== "edit") return false;
  const post = await trx
    .selectFrom("post")
    .select(["body", "thread_id"])
    .where("id", "=", about.postId)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  if (withPlainBreaks(post.body) !== fields.body) return false;
  if (fields.title === undefined) return true;
  const { title } = await findThread(trx, post.thread_id);
  return title === fields.title && (await topicsOf(trx, post.thread_id)) === fields.topics;
}

async function findThread(trx: Trx, threadId: number) {
  const thread = await trx
    .selectFrom("thread")
    .select("title")
    .where("id", "=", threadId)
    .executeTakeFirst();
  if (!thread) throw new Refusal(404, { key: "threads.not-found" });
  return thread;
}

/** As the form for editing has them. */
async function topicsOf(trx: Trx, threadId: number) {
  const topics = await trx
    .selectFrom("thread_topic")
    .innerJoin("topic", "topic.id", "thread_topic.topic_id")
    .select("topic.name")
    .where("thread_topic.thread_id", "=", threadId)
    .orderBy("thread_topic.position")
    .execute();
  return topics.map(({ name }) => name).join(", ");
}
