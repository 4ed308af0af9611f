import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { ThreadDraft } from "../composing/draft.ts";
import { recordEvent } from "../events/record.server.ts";
import { followByWriting } from "../following/follow-by-writing.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { mayStartThread, type Person } from "../permissions.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { allow } from "../refusals.ts";
import { lookForSpam } from "../spam/look-for-spam.server.ts";
import { printsOf } from "../spam/prints.server.ts";
import { closeDraft } from "./close-draft.server.ts";
import { endAsSame, findSameThread } from "./find-same.server.ts";
import { findSending, rememberSending } from "./form-key.server.ts";
import { insertThread } from "./insert-post.server.ts";
import { renderPost } from "./render-post.server.ts";
import type { Sending } from "./sending.ts";
import { findTooSoon, spendPace } from "./spend-pace.server.ts";
import { addTopics, findTopicIds } from "./tag-thread.server.ts";
import { slugOf, threadPath } from "./thread-path.ts";

/** Starts a thread: its row, opening post, topics' counts and event, or nothing. Answers the thread's path; a form sent again, or loaded anew and sent with the same words within the hour, answers the first one's. */
export async function startThread(
  db: Db,
  person: Person,
  draft: ThreadDraft,
  sending: Sending,
): Promise<string> {
  const { now, limits, key, draft: kept, ask } = sending;
  allow(mayStartThread(person));
  // The pace is asked first: a post that it counts is found by its form.
  const tooSoon = await findTooSoon(db, person, "thread", now, limits);
  const sentBefore = await findSending(db, person.id, key);
  if (sentBefore) return sentBefore;
  const asked = { personId: person.id, title: draft.title, body: draft.body, now };
  const same = key === null ? null : await findSameThread(db, asked);
  if (same) return endAsSame(db, person.id, same, sending);
  await findTopicIds(db, draft.topics);
  if (tooSoon) throw tooSoon;
  const html = await renderPost(db, person, draft.body, limits);
  const prints = printsOf(person, html, draft.url);
  const countAsked = (await ask?.(null)) ?? null;
  const placing = { standards: await readStandards(db), now };

  return write(db, async (trx) => {
    const sent = await findSending(trx, person.id, key);
    if (sent) return sent;
    await spendPace(trx, person, "thread", now, limits);
    const { title, url, quote, disclosure, norms, body } = draft;
    const { thread, post } = await insertThread(
      trx,
      {
        ...{ title, slug: slugOf(title), author_id: person.id, started_at: now },
        ...{ url, quote, disclosure, norms, excerpt: excerpt(html) },
      },
      { author_id: person.id, kind: "reply", body, html, posted_at: now },
      placing,
    );
    await recordReferences(trx, post.id, html);
    await followByWriting(trx, { personId: person.id, threadId: thread.id, now });
    // Found once more: while the text was rendered a topic may have been merged.
    await addTopics(trx, thread, await findTopicIds(trx, draft.topics));
    await recordEvent(trx, {
      kind: "thread-started",
      at: now,
      personId: person.id,
      threadId: thread.id,
      postId: post.id,
    });
    const written = { id: post.id, thread_id: thread.id, author_id: person.id, version: 1 };
    await lookForSpam(trx, written, prints, now);
    const location = threadPath(thread);
    await rememberSending(trx, { personId: person.id, key, location, now });
    await closeDraft(trx, { personId: person.id, draft: kept, now });
    await countAsked?.(trx, post.id);
    return location;
  });
}
