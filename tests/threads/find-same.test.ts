import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveDraft } from "#app/composing/save-draft.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, idOf, reply, rowOf, sending, threadDraft } from "./thread.ts";

const HOUR = 3_600;
const draft = { body: "Said once.", parentId: null, kind: "reply" as const };
const knowledge = { version: 0, ahead: 0, page: null };

/** A form as it is loaded anew: with another key. */
const anew = (more = {}) => sending({ key: randomUUID(), ...more });

test("a reply form that is loaded anew and sent with the same words leads to the reply that stands", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const first = await postReply(db, ben, threadId, draft, anew());
  for (const parentId of [null, openingId]) {
    const again = { ...draft, parentId };
    expect(await postReply(db, ben, threadId, again, anew({ now: START + HOUR }))).toBe(first);
  }
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ reply_count: 1 });
  expect(await postReply(db, ada, threadId, draft, anew())).not.toBe(first);
});

test("the same words are another reply below another post, after an hour, and where the first was withdrawn", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const other = await reply(db, ada, threadId);
  const ids = new Set([idOf(await postReply(db, ben, threadId, draft, anew()))]);
  ids.add(idOf(await postReply(db, ben, threadId, { ...draft, parentId: other }, anew())));
  const late = START + HOUR + 1;
  const last = idOf(await postReply(db, ben, threadId, draft, anew({ now: late })));
  ids.add(last);
  await withdrawPost(db, ben, last, { isRestored: false, now: late });
  ids.add(idOf(await postReply(db, ben, threadId, draft, anew({ now: late }))));
  expect(ids.size).toBe(4);
});

test("a thread's form that is loaded anew and sent with the same words leads to the thread that stands", async () => {
  const { db, ada, ben } = await openForum();
  const first = await startThread(db, ada, threadDraft, anew());
  const again = () => startThread(db, ada, threadDraft, anew({ now: START + 60 }));
  expect(await Promise.all([again(), again()])).toEqual([first, first]);
  const named = { ...threadDraft, title: "The same under another name" };
  const others = [
    await startThread(db, ben, threadDraft, anew()),
    await startThread(db, ada, named, anew()),
  ];
  expect((await everything(db)).thread).toHaveLength(3);
  expect(others).not.toContain(first);
});

test("a form that leads to what stands keeps no draft and leads there again", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await postReply(db, ada, threadId, draft, anew());
  const fields = { body: draft.body };
  const kept = { key: randomUUID(), ...knowledge, fields };
  const place = `/threads/${threadId}/reply`;
  await saveDraft(db, ada, { ...kept, place }, { now: START, newKey: randomUUID() });
  const form = { key: "form", draft: { ...kept, newKey: randomUUID() } };
  for (const now of [START + HOUR, START + 2 * HOUR]) {
    expect(await postReply(db, ada, threadId, draft, sending({ ...form, now }))).toBe(first);
  }
  const drafts = await db.selectFrom("draft").select(["key", "closed_at"]).execute();
  expect(drafts).toContainEqual({ key: kept.key, closed_at: START + HOUR });
});
