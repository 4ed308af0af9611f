import { expect, test } from "vitest";
import { startThread } from "#app/threads/start-thread.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, rowOf, sending, threadDraft } from "./thread.ts";

test("a thread begins with its post, its topics in order, its counts and one event", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId, path } = await beginThread(db, ada, {
    topics: ["licences", "Open weights"],
    url: "https://example.org/licence",
    quote: "for any use but these",
    disclosure: "none",
    norms: "Bring a case.",
  });
  expect(path).toBe(`/threads/${threadId}-open-weights-are-not-open-source`);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({
    ...{ title: threadDraft.title, author_id: ada.id, url: "https://example.org/licence" },
    ...{ quote: "for any use but these", disclosure: "none", norms: "Bring a case." },
    excerpt: "A licence that forbids a use is not open. Show me where I am wrong.",
    ...{ started_at: START, active_at: START, reply_count: 0, person_count: 1, version: 1 },
    ...{ pinned_at: null, locked_at: null },
  });
  expect(await rowOf(db, "post", openingId)).toMatchObject({
    ...{ thread_id: threadId, author_id: ada.id, parent_id: null, branch_id: null, depth: 0 },
    ...{ body: threadDraft.body, version: 1, posted_at: START, edited_at: null },
    html: "<p>A licence that forbids a use is not open. <em>Show me where I am wrong.</em></p>\n",
  });
  const all = await everything(db);
  // Nobody has voted: the logarithm of twice what is usual, and its time.
  const best = 1_000_000 + Math.round((START * 1_000_000) / 45_000);
  expect(all.thread[0]).toMatchObject({ best, fresh_until: START + 6 * 3_600 });
  expect(all.thread_topic).toEqual([
    { thread_id: threadId, topic_id: 2, position: 0, started_at: START, active_at: START, best },
    { thread_id: threadId, topic_id: 1, position: 1, started_at: START, active_at: START, best },
  ]);
  expect(all.topic).toMatchObject([{ thread_count: 1 }, { thread_count: 1 }]);
  expect(all.thread_person).toEqual([
    { thread_id: threadId, person_id: ada.id, post_count: 1, gain: 0 },
  ]);
  expect(all.event).toMatchObject([
    { kind: "thread-started", person_id: ada.id, thread_id: threadId, post_id: openingId },
  ]);
});

test("a topic named twice in other capitals is one topic", async () => {
  const { db, ada } = await openForum();
  await beginThread(db, ada, { topics: ["Open weights", "OPEN WEIGHTS", "open-weights"] });
  expect((await everything(db)).thread_topic).toHaveLength(1);
});

test("a thread in a topic that there is not is refused", async () => {
  const { db, ada } = await openForum();
  const draft = { ...threadDraft, topics: ["Open weights", "Gossip"] };
  expect(await refusalOf(db, () => startThread(db, ada, draft, sending()))).toEqual({
    status: 422,
    problems: { topics: { key: "threads.topics.unknown", values: { count: 1, names: "Gossip" } } },
  });
});

test("a text that the renderer refuses is refused, beside its field", async () => {
  const { db, ada } = await openForum();
  const draft = {
    ...threadDraft,
    body: `${"|a".repeat(200)}\n${"|-".repeat(200)}\n${"|x\n".repeat(101)}`,
  };
  const refusal = await refusalOf(db, () => startThread(db, ada, draft, sending()));
  expect(refusal).toMatchObject({
    status: 422,
    problems: { body: { key: "markdown.too-many-cells" } },
  });
});

test("the same form twenty times at once makes one thread, and tells each where it is", async () => {
  const { db, ada } = await openForum();
  const sent = Array.from({ length: 20 }, () =>
    startThread(db, ada, threadDraft, sending({ key: "form", limits: 1 })),
  );
  expect(new Set(await Promise.all(sent)).size).toBe(1);
  const all = await everything(db);
  expect([all.thread, all.post, all.event, all.form_key].map((rows) => rows.length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(all.pace).toEqual([{ person_id: ada.id, until_ms: START * 1000 + 5_000 }]);
});

test("the same key of somebody else is another form", async () => {
  const { db, ada, ben } = await openForum();
  await startThread(db, ada, threadDraft, sending({ key: "form" }));
  await startThread(db, ben, threadDraft, sending({ key: "form" }));
  expect((await everything(db)).thread).toHaveLength(2);
});

test("a form that was sent leads to its thread although its topic was renamed since", async () => {
  const { db, ada } = await openForum();
  const first = await startThread(db, ada, threadDraft, sending({ key: "form" }));
  await db
    .updateTable("topic")
    .set({ slug: "weights", name: "Weights" })
    .where("id", "=", 1)
    .execute();
  expect(await startThread(db, ada, threadDraft, sending({ key: "form" }))).toBe(first);
});

test("a thread whose topic is merged while it is rendered stands in the topic it went to", async () => {
  const { db, ada, root } = await openForum();
  const late = startThread(db, ada, { ...threadDraft, body: "slow ".repeat(5_000) }, sending());
  await mergeTopics(db, root, 1, 2, "One is enough.", START);
  await late;
  const all = await everything(db);
  // Nobody has voted: the logarithm of twice what is usual, and its time.
  const best = 1_000_000 + Math.round((START * 1_000_000) / 45_000);
  expect(all.thread[0]).toMatchObject({ best, fresh_until: START + 6 * 3_600 });
  expect(all.thread_topic).toMatchObject([{ topic_id: 2 }]);
  expect(all.topic).toMatchObject([{ thread_count: 0 }, { thread_count: 1 }]);
});
