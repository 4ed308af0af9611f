import type { Trx } from "#db/open.server.ts";
import { withPlainBreaks } from "../posts/difference.ts";
import { Refusal } from "../refusals.ts";
import { isEmpty, type KeptDraft } from "./kept-draft.ts";
import { placeAddress, readPlace } from "./place.ts";

interface Weighed {
  /** The one address of what it is for. */
  place: string;
  /** Whether it is empty, or an edit that says what its post says already. */
  isNothing: boolean;
}

/** What a draft is for and whether there is anything in it; throws Refusal 404 when what it is about is not there. */
export async function weighDraft(trx: Trx, { place, fields }: KeptDraft): Promise<Weighed> {
  const about = readPlace(place);
  const isNothing = isEmpty(fields);
  if (about?.form === "reply") {
    const thread = await findThread(trx, about.threadId);
    // Who answers nobody in particular answers the opening post.
    if (about.parentId === thread.opening_post_id) about.parentId = null;
    return { place: placeAddress(about), isNothing };
  }
  if (about?.form !== "edit") return { place, isNothing };
  const post = await trx
    .selectFrom("post")
    .select(["body", "thread_id"])
    .where("id", "=", about.postId)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  if (withPlainBreaks(post.body) !== fields.body) return { place, isNothing };
  if (fields.title === undefined) return { place, isNothing: true };
  const { title } = await findThread(trx, post.thread_id);
  const topics = await topicsOf(trx, post.thread_id);
  return { place, isNothing: title === fields.title && topics === fields.topics };
}

async function findThread(trx: Trx, threadId: number) {
  const thread = await trx
    .selectFrom("thread")
    .select(["title", "opening_post_id"])
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
