import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { addTopic, mergeTopics } from "#app/topics/change-topics.server.ts";
import { updateAfterInsert } from "../db/disturb.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply, rowOf, threadDraft } from "./thread.ts";

const draft = { body: "On reflection: *yes*.", version: 1, title: null, topics: null };
const later = { now: START + 60, limits: 1 };

test("an edit keeps the former text, raises the versions and tells", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const before = await rowOf(db, "post", id);
  expect(await editPost(db, ben, id, draft, later)).toBe(`${path}#post-${id}`);
  expect(await rowOf(db, "post", id)).toEqual({
    ...before,
    ...{ body: draft.body, html: "<p>On reflection: <em>yes</em>.</p>\n" },
    ...{ version: 2, edited_at: START + 60 },
  });
  await editPost(db, ben, id, { ...draft, body: "No.", version: 2 }, { ...later, now: START + 90 });
  const all = await everything(db);
  expect(all.revision).toMatchObject([
    { post_id: id, version: 1, title: null, body: before.body, written_at: START },
    { post_id: id, version: 2, title: null, body: draft.body, written_at: START + 60 },
  ]);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ version: 4, active_at: START });
  expect(all.event.at(-1)).toMatchObject({ kind: "post-edited", person_id: ben.id, post_id: id });
});

test("an edit of the opening post moves title, address, excerpt and topics", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const edit = { ...draft, title: "Some weights are", topics: ["Licences", "open-weights"] };
  expect(await editPost(db, ada, openingId, edit, later)).toBe(
    `/threads/${threadId}-some-weights-are#post-${openingId}`,
  );
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title: "Some weights are", slug: "some-weights-are", excerpt: "On reflection: yes." },
  });
  const all = await everything(db);
  expect(all.revision).toMatchObject([{ title: threadDraft.title, body: threadDraft.body }]);
  expect(all.thread_topic).toMatchObject([{ topic_id: 2, position: 0 }, { topic_id: 1 }]);
  expect(all.topic).toMatchObject([{ thread_count: 1 }, { thread_count: 1 }]);
});

test("an unchanged text is no edit although a browser breaks its lines otherwise; a changed one is kept as sent", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId, { body: "One.\n\nTwo.\n" });
  const before = await everything(db);
  await editPost(db, ada, id, { ...draft, body: "One.\r\n\r\nTwo.\r\n" }, later);
  expect(await everything(db)).toEqual(before);
  await editPost(db, ada, id, { ...draft, body: "One.\r\n\r\nTwo!" }, later);
  expect((await rowOf(db, "post", id)).body).toBe("One.\r\n\r\nTwo!");
});

test("a title sent with the edit of a reply changes nothing of the thread", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const edit = { ...draft, title: "Ben’s own thread", topics: ["Licences"] };
  await editPost(db, ben, id, edit, later);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title: threadDraft.title, excerpt: expect.stringContaining("A licence") },
  });
  expect((await everything(db)).thread_topic).toMatchObject([{ topic_id: 1 }]);
});

test("an edit that began from an older version is refused", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await editPost(db, ada, openingId, draft, later);
  const again = () => editPost(db, ada, openingId, { ...draft, body: "From another tab." }, later);
  expect(await refusalOf(db, again)).toEqual({ status: 409, key: "threads.edit.newer" });
  const title = () => editPost(db, ada, openingId, { ...draft, title: "Another title" }, later);
  expect(await refusalOf(db, title)).toEqual({ status: 409, key: "threads.edit.newer" });
});

test("of two edits at once one is kept and the other told", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const edits = ["One", "Two"].map((body) =>
    editPost(db, ada, openingId, { ...draft, body }, later),
  );
  const outcomes = await Promise.allSettled(edits);
  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await everything(db)).revision).toHaveLength(1);
});

test("the same edit sent twice is done once", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const first = await editPost(db, ada, openingId, draft, later);
  expect(await editPost(db, ada, openingId, draft, later)).toBe(first);
  expect((await everything(db)).revision).toHaveLength(1);
});

test("topics chosen in an older form do not overwrite newer ones", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const edit = { ...draft, topics: ["Licences"] };
  await editPost(db, ada, openingId, edit, later);
  const stale = () => editPost(db, ada, openingId, { ...edit, topics: ["Open weights"] }, later);
  expect(await refusalOf(db, stale)).toEqual({ status: 409, key: "threads.edit.newer" });
});

test("nobody but its author edits a post, and not where it is locked or withdrawn", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const by = (person: typeof ada) => () => editPost(db, person, openingId, draft, later);
  for (const other of [ben, mo, root]) {
    expect(await refusalOf(db, by(other))).toEqual({ status: 403, key: "threads.edit.not-yours" });
  }
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: false,
    reason: "It goes in circles.",
    ...later,
  });
  expect(await refusalOf(db, by(ada))).toEqual({ status: 403, key: "threads.locked.no-edit" });
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: true,
    reason: "It goes in circles.",
    ...later,
  });
  await withdrawPost(db, ada, openingId, { isRestored: false, ...later });
  expect(await refusalOf(db, by(ada))).toEqual({ status: 403, key: "threads.withdrawn.no-edit" });
});

test("an edit of no post, or into topics that there are not, is refused", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const none = () => editPost(db, ada, 99, draft, later);
  expect(await refusalOf(db, none)).toEqual({ status: 404, key: "threads.post.not-found" });
  const gossip = () => editPost(db, ada, openingId, { ...draft, topics: ["Gossip"] }, later);
  expect(await refusalOf(db, gossip)).toMatchObject({ status: 422, problems: { topics: {} } });
});

test("an edit into a topic that is merged while it is rendered leads to the topic it went to", async () => {
  const { db, ada, root } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const safety = { name: "Safety", slug: "safety", about: "" };
  await addTopic(db, root, safety, "Asked for.", START);
  const edit = { ...draft, body: "slow ".repeat(5_000), topics: ["Licences"] };
  const late = editPost(db, ada, openingId, edit, later);
  // The queries of the edit and of these take turns, so its topics are read before they merge.
  for (let turn = 0; turn < 3; turn++) await db.selectFrom("topic").select("id").execute();
  await mergeTopics(db, root, 2, 3, "One is enough.", START);
  await late;
  const all = await everything(db);
  expect(all.thread_topic).toMatchObject([{ topic_id: 3 }]);
  expect(all.topic.map((topic) => topic.thread_count)).toEqual([0, 0, 1]);
});

test("an edit or a withdrawal that comes between an edit and its text refuses it whole", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  for (const change of ["version = version + 1", "withdrawn_at = 1"]) {
    const end = await updateAfterInsert(db, "revision", `update post set ${change}`);
    const late = () => editPost(db, ada, openingId, draft, later);
    expect(await refusalOf(db, late)).toEqual({ status: 409, key: "threads.edit.newer" });
    await end();
  }
});
