import type { Db, Trx } from "#db/open.server.ts";
import { orLeaveOut, write } from "#db/write.server.ts";
import type { ReplyDraft } from "../composing/draft.ts";
import { recordEvent } from "../events/record.server.ts";
import { followByWriting } from "../following/follow-by-writing.server.ts";
import {
  findWait,
  isStrict,
  type Asking as PaceAsking,
  type WaitPlace,
} from "../pace/find-wait.server.ts";
import { isModerator, mayReply, type Person } from "../permissions.ts";
import { placePath } from "../posts/post-place.ts";
import { readStandards } from "../ranking/read-standards.server.ts";
import { recordFirstReferences } from "../references/record-references.server.ts";
import { allow, Refusal } from "../refusals.ts";
import { lookForSpam } from "../spam/look-for-spam.server.ts";
import { printsOf } from "../spam/prints.server.ts";
import { closeDraft } from "./close-draft.server.ts";
import { findReplyPlace as findPlace } from "./find-reply-place.server.ts";
import { endAsSame, findSameReply } from "./find-same.server.ts";
import { findSending, rememberSending } from "./form-key.server.ts";
import {
  countBelow,
  countInThread,
  insertReply,
  type Parent,
  type Placing,
} from "./insert-post.server.ts";
import { renderPost } from "./render-post.server.ts";
import type { Sending } from "./sending.ts";
import { findTooSoon, spendPace } from "./spend-pace.server.ts";

/** Posts a reply: the post, the thread's counts and version, and the event, or nothing. Answers the reply's address; a form sent again, or loaded anew and sent with the same words within the hour, answers the first one's. */
export async function postReply(
  db: Db,
  person: Person,
  threadId: number,
  draft: ReplyDraft,
  sending: Sending,
): Promise<string> {
  const { now, limits, key, draft: kept, ask, tell = async () => {} } = sending;
  // The pace is asked first: a post that it counts is found by its form.
  const tooSoon = await findTooSoon(db, person, "reply", now, limits);
  // What was posted is found also where its thread takes no more.
  const sentBefore = await findSending(db, person.id, key);
  if (sentBefore) {
    await orLeaveOut(tell(db, sentBefore));
    return sentBefore;
  }
  const asked = { personId: person.id, threadId, parentId: draft.parentId, body: draft.body, now };
  const same = key === null ? null : await findSameReply(db, asked);
  if (same) return endAsSame(db, person.id, same, sending);
  const first = await findPlace(db, person, threadId, draft.parentId);
  allow(mayReply(person, first.thread, first.parent));
  if (tooSoon) throw tooSoon;
  const wait = await findWait(db, person, first.pace, { now, limits });
  if (wait) throw wait;
  const html = await renderPost(db, person, draft.body, limits);
  const prints = printsOf(person, html);
  const countAsked = (await ask?.(null)) ?? null;
  const placing = { standards: await readStandards(db), now };

  return write(db, async (trx) => {
    const sent = await findSending(trx, person.id, key);
    if (sent) {
      await tell(trx, sent);
      return sent;
    }
    // Read once more: while the text was rendered the thread may have been locked or the post withdrawn.
    const { thread, parent, pace } = await findPlace(trx, person, threadId, draft.parentId);
    allow(mayReply(person, thread, parent));
    await spendPace(trx, person, "reply", now, limits);
    // Two at once do not slip through where a thread is slow or quiet, or this person held to one an hour.
    if (isStrict(pace, now)) await holdPace(trx, person, pace, { now, limits });
    const reply = await insert(trx, person, parent, { ...draft, html }, placing);
    await recordFirstReferences(trx, reply.id, html);
    await followByWriting(trx, { personId: person.id, threadId: thread.id, now });
    await recordEvent(trx, {
      kind: "reply-posted",
      at: now,
      personId: person.id,
      threadId: thread.id,
      postId: reply.id,
    });
    await lookForSpam(trx, { ...reply, version: 1 }, prints, now);
    const location = placePath({ ...thread, reply_count: thread.reply_count + 1 }, reply);
    await rememberSending(trx, { personId: person.id, key, location, now });
    await closeDraft(trx, { personId: person.id, draft: kept, now });
    await countAsked?.(trx, reply.id);
    await tell(trx, location);
    return location;
  });
}

async function holdPace(trx: Trx, person: Person, place: WaitPlace, asking: PaceAsking) {
  const wait = await findWait(trx, person, place, asking);
  if (wait) throw wait;
}

/** Inserts and counts a reply; refuses where its thread or its parent takes no more. */
async function insert(
  trx: Trx,
  person: Person,
  parent: Parent,
  { kind, body, html }: ReplyDraft & { html: string },
  placing: Placing,
) {
  const { now } = placing;
  const counted = { threadId: parent.thread_id, authorId: person.id, postedAt: now };
  const threadVotes = await countInThread(trx, counted, isModerator(person));
  if (threadVotes === null) throw new Refusal(403, { key: "threads.locked.no-reply" });
  const written = { author_id: person.id, kind, body, html, posted_at: now };
  const reply = await insertReply(trx, parent, written, { ...placing, threadVotes });
  if (!(await countBelow(trx, reply, false))) {
    throw new Refusal(403, { key: "threads.withdrawn.no-reply" });
  }
  return reply;
}
