import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import type { Db } from "#db/open.server.ts";
import { updateAfterInsert } from "../db/disturb.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, idOf, refusalOf, reply, rowOf, sending } from "./thread.ts";

const draft = {
  body: "No: the text of the licence says so.",
  parentId: null,
  kind: "reply" as const,
};
const lock = { act: "lock" as const, isUndone: false, reason: "It goes in circles.", now: START };

test("a reply stands below what it answers and moves every count once", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId, { kind: "evidence" }, { now: START + 10 });
  const second = await reply(db, ada, threadId, { parentId: first }, { now: START + 20 });
  const third = await reply(db, ben, threadId, { parentId: second }, { now: START + 30 });
  expect(await rowOf(db, "post", openingId)).toMatchObject({ reply_count: 1 });
  expect(await rowOf(db, "post", first)).toMatchObject({
    ...{ parent_id: openingId, branch_id: first, depth: 1, kind: "evidence" },
    ...{ reply_count: 1, branch_count: 2 },
  });
  expect(await rowOf(db, "post", third)).toMatchObject({
    ...{ parent_id: second, branch_id: first, depth: 3, reply_count: 0, branch_count: 0 },
  });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ reply_count: 3, person_count: 2, active_at: START + 30, version: 4 },
  });
  expect((await everything(db)).event.at(-1)).toMatchObject({
    ...{ kind: "reply-posted", person_id: ben.id, thread_id: threadId, post_id: third },
  });
});

test("a reply's address is its place in the thread", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  const address = await postReply(db, ben, threadId, draft, sending());
  expect(address).toBe(`${path}#post-${idOf(address)}`);
});

test("the body is kept byte for byte", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const body = "\r\n \t</textarea> &amp; \u{1F999}\u200d \u202e x\r\r\n\n  ";
  expect((await rowOf(db, "post", await reply(db, ada, threadId, { body }))).body).toBe(body);
});

test("a text of which nothing would be seen is no reply and begins no thread", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const refused = { status: 422, problems: { body: { key: "threads.body.unseen" } } };
  for (const body of ["\u200b\u3000", "[a]: http://x.example", "```\n```"]) {
    expect(await refusalOf(db, () => reply(db, ben, threadId, { body }))).toEqual(refused);
    expect(await refusalOf(db, () => beginThread(db, ada, { body }))).toEqual(refused);
  }
});

test("a locked thread takes no replies, except from a moderator", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await moderateThread(db, mo, threadId, lock);
  expect(await refusalOf(db, () => postReply(db, ben, threadId, draft, sending()))).toEqual({
    ...{ status: 403, key: "threads.locked.no-reply" },
  });
  await reply(db, mo, threadId);
});

test("a thread that is locked while a reply is rendered takes it no more", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const late = postReply(db, ben, threadId, { ...draft, body: "slow ".repeat(5_000) }, sending());
  await moderateThread(db, mo, threadId, lock);
  await expect(late).rejects.toMatchObject({ status: 403 });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ reply_count: 0 });
});

test("a withdrawn post takes no replies; those below it do", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const parentId = await reply(db, ada, threadId);
  const below = await reply(db, ben, threadId, { parentId });
  await withdrawPost(db, ada, parentId, { isRestored: false, now: START });
  const answer = () => postReply(db, ben, threadId, { ...draft, parentId }, sending());
  expect(await refusalOf(db, answer)).toEqual({ status: 403, key: "threads.withdrawn.no-reply" });
  await reply(db, ada, threadId, { parentId: below });
});

test("a reply into no thread, or to a post of another thread, is refused", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const { openingId: elsewhere } = await beginThread(db, ada);
  const into = (id: number, parentId: number | null) => () =>
    postReply(db, ada, id, { ...draft, parentId }, sending());
  expect(await refusalOf(db, into(99, null))).toEqual({ status: 404, key: "threads.not-found" });
  const unknown = { status: 404, key: "threads.parent.elsewhere" };
  expect(await refusalOf(db, into(threadId, elsewhere))).toEqual(unknown);
  expect(await refusalOf(db, into(threadId, 99))).toEqual(unknown);
});

test("the same form twenty times at once makes one reply and spends one step of the pace", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const sent = Array.from({ length: 20 }, () =>
    postReply(db, nia, threadId, draft, sending({ key: "form", limits: 1 })),
  );
  expect(new Set(await Promise.all(sent)).size).toBe(1);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ reply_count: 1, person_count: 2 });
  expect((await everything(db)).pace).toEqual([
    { person_id: nia.id, until_ms: START * 1000 + 30_000 },
  ]);
});

test("the word that a reply is done is left with it, again when its form comes again, and not with one that is refused", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  let place = "";
  const tell = (trx: Db, address: string) => {
    place = address;
    return trx.updateTable("person").set({ about: "Told." }).execute();
  };
  const asked = sending({ key: "form", tell });
  const isTold = async () => (await everything(db)).person.every(({ about }) => about === "Told.");
  const forget = () => db.updateTable("person").set({ about: "" }).execute();
  const first = await postReply(db, ben, threadId, draft, asked);
  expect([await isTold(), place]).toEqual([true, first]);
  await forget();
  await moderateThread(db, mo, threadId, lock);
  await postReply(db, ben, threadId, draft, asked);
  expect(await isTold()).toBe(true);
  await forget();
  const other = { ...draft, body: "Something else." };
  await expect(postReply(db, ben, threadId, other, { ...asked, key: "other" })).rejects.toThrow();
  expect(await isTold()).toBe(false);
});

test("a form that was sent leads to its reply although the thread was locked since", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await postReply(db, ben, threadId, draft, sending({ key: "form" }));
  await moderateThread(db, mo, threadId, lock);
  expect(await postReply(db, ben, threadId, draft, sending({ key: "form" }))).toBe(first);
});

test("a lock or a withdrawal that comes while a reply is written refuses it whole", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const lockIt = `update thread set locked_at = 1 where id = ${threadId}`;
  const withdrawIt = `update post set withdrawn_at = 1 where id = ${openingId}`;
  for (const [key, table, change] of [
    ["threads.locked.no-reply", "thread_person", lockIt],
    ["threads.withdrawn.no-reply", "post", withdrawIt],
  ] as const) {
    const end = await updateAfterInsert(db, table, change);
    const late = () => postReply(db, ben, threadId, draft, sending());
    expect(await refusalOf(db, late)).toEqual({ status: 403, key });
    if (key === "threads.locked.no-reply") await reply(db, mo, threadId);
    await end();
    await db.updateTable("thread").set({ locked_at: null }).execute();
  }
});
