import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { EditDraft } from "../composing/draft.ts";
import { recordEvent } from "../events/record.server.ts";
import { countWords } from "../markdown/count-words.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { refuseTakenOut } from "../moderation/refuse-taken-out.server.ts";
import { mayEdit, type Person } from "../permissions.ts";
import { withPlainBreaks } from "../posts/difference.ts";
import { placePath } from "../posts/post-place.ts";
import { retally } from "../ranking/retally.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { allow, Refusal } from "../refusals.ts";
import { lookForSpam } from "../spam/look-for-spam.server.ts";
import { printsOf } from "../spam/prints.server.ts";
import { closeDraft } from "./close-draft.server.ts";
import { keepRevision } from "./keep-revision.server.ts";
import { renderPost } from "./render-post.server.ts";
import type { Sending } from "./sending.ts";
import { findTopicIds, readTopicIds, replaceTopics } from "./tag-thread.server.ts";
import { slugOf } from "./thread-path.ts";

/** Somebody saved a newer text meanwhile. */
const newerEdit = () => new Refusal(409, { key: "threads.edit.newer" });

/** Puts a new text in a post's place and keeps the former as a revision, or does nothing. Answers the post's address; an edit that changes nothing is done already. */
export async function editPost(
  db: Db,
  person: Person,
  postId: number,
  draft: EditDraft,
  { now, limits, draft: kept, ask }: Omit<Sending, "key">,
): Promise<string> {
  const { post, thread } = await findPost(db, postId);
  allow(mayEdit(person, post, thread));
  const isOpening = post.parent_id === null;
  const topics = isOpening ? draft.topics : null;
  if (topics) await findTopicIds(db, topics);
  const html = await renderPost(db, person, draft.body, limits);
  const other = isOpening && draft.title !== thread.title ? draft.title : null;
  await refuseTakenOut(db, postId, { html, title: other });
  const former = { body: post.body, ...(isOpening ? { title: thread.title } : {}) };
  const prints = printsOf(person, html);
  const countAsked = (await ask?.(former)) ?? null;

  return write(db, async (trx) => {
    const { post, thread } = await findPost(trx, postId);
    allow(mayEdit(person, post, thread));
    const title = (isOpening && draft.title) || thread.title;
    // Found once more: while the text was rendered a topic may have been merged.
    const topicIds = topics ? await findTopicIds(trx, topics) : null;
    const hasTopics = !topicIds || String(await readTopicIds(trx, thread.id)) === String(topicIds);
    await closeDraft(trx, { personId: person.id, draft: kept, now });
    const isSame = withPlainBreaks(post.body) === withPlainBreaks(draft.body);
    if (isSame && title === thread.title && hasTopics) {
      return placePath(thread, post);
    }
    if (post.version !== draft.version) throw newerEdit();
    const slug = slugOf(title);
    await keepRevision(trx, post, isOpening ? thread.title : null);
    const edited = await trx
      .updateTable("post")
      .set({
        body: draft.body,
        html,
        renderer: RENDERER,
        version: post.version + 1,
        edited_at: now,
      })
      .where("id", "=", postId)
      .where("version", "=", draft.version)
      .where("withdrawn_at", "is", null)
      .executeTakeFirst();
    if (edited.numUpdatedRows === 0n) throw newerEdit();
    // Who decides on it, or clears it, has seen the former text.
    await trx
      .updateTable("case")
      .set((eb) => ({ version: eb("version", "+", 1) }))
      .where("post_id", "=", postId)
      .where("closed_at", "is", null)
      .execute();
    await retally(trx, postId, { words: countWords(html) }, now);
    await recordReferences(trx, postId, html);
    if (topicIds) await replaceTopics(trx, thread, topicIds);
    await trx
      .updateTable("thread")
      .set((eb) => ({
        ...(isOpening ? { title, slug, excerpt: excerpt(html) } : {}),
        // Its words are taken a moment later.
        ...(title === thread.title ? {} : { title_reader: 0 }),
        version: eb("version", "+", 1),
      }))
      .where("id", "=", thread.id)
      .execute();
    await recordEvent(trx, {
      kind: "post-edited",
      at: now,
      personId: person.id,
      threadId: thread.id,
      postId,
    });
    await lookForSpam(trx, { ...post, version: post.version + 1 }, prints, now);
    await countAsked?.(trx, postId);
    return placePath({ ...thread, slug }, post);
  });
}

async function findPost(db: Db | Trx, postId: number) {
  const post = await db
    .selectFrom("post")
    .select([
      "id",
      "thread_id",
      "author_id",
      "parent_id",
      "depth",
      "body",
      "version",
      "posted_at",
      "edited_at",
      "withdrawn_at",
      "state",
    ])
    .where("id", "=", postId)
    .executeTakeFirst();
  if (!post) throw new Refusal(404, { key: "threads.post.not-found" });
  const thread = await db
    .selectFrom("thread")
    .select(["id", "title", "slug", "started_at", "active_at", "locked_at", "reply_count"])
    .where("id", "=", post.thread_id)
    .executeTakeFirstOrThrow();
  return {
    post: { ...post, authorId: post.author_id, isWithdrawn: post.withdrawn_at !== null },
    thread: { ...thread, isLocked: thread.locked_at !== null },
  };
}
