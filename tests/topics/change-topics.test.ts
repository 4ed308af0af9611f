import { expect, test } from "vitest";
import { findTopicIds } from "#app/threads/tag-thread.server.ts";
import { addStarterTopics } from "#app/topics/add-starter-topics.server.ts";
import { addTopic, mergeTopics, renameTopic } from "#app/topics/change-topics.server.ts";
import { listTopics, readTopic } from "#app/topics/list-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, rowOf } from "../threads/thread.ts";

const safety = { name: "Safety", slug: "safety", about: "What can go wrong." };
const because = ["It was asked for.", START] as const;

test("an administrator adds a topic, with a reason in the log", async () => {
  const { db, root } = await openForum();
  await addTopic(db, root, safety, ...because);
  const all = await everything(db);
  expect(all.topic.at(-1)).toMatchObject({ ...safety, thread_count: 0, merged_into_id: null });
  expect(all.event).toMatchObject([
    { kind: "topic-added", person_id: root.id, reason: "It was asked for." },
  ]);
});

test("a renamed topic keeps its threads, whose pages show the new name", async () => {
  const { db, ada, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await renameTopic(db, root, 1, safety, ...because);
  expect((await everything(db)).topic[0]).toMatchObject({ ...safety, thread_count: 1 });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ version: 2 });
  expect((await everything(db)).event.at(-1)).toMatchObject({
    ...{
      kind: "topic-renamed",
      topic_id: 1,
      details: '{"before":"Open weights","after":"Safety"}',
    },
  });
  await expect(readTopic(db, "open-weights")).rejects.toMatchObject({ status: 404 });
});

test("a topic may change its capitals and what it is about alone", async () => {
  const { db, root } = await openForum();
  const draft = { name: "OPEN weights", slug: "open-weights", about: "New." };
  await renameTopic(db, root, 1, draft, ...because);
  expect(await readTopic(db, "open-weights")).toMatchObject({
    name: "OPEN weights",
    about: "New.",
  });
});

test("merged topics become one: each thread once, counts and address lead there", async () => {
  const { db, ada, root } = await openForum();
  const names = [["Open weights"], ["Licences"], ["Open weights", "Licences"]];
  const threads: number[] = [];
  for (const topics of names) threads.push((await beginThread(db, ada, { topics })).threadId);
  await mergeTopics(db, root, 1, 2, ...because);
  const all = await everything(db);
  expect(all.thread_topic.map((row) => [row.thread_id, row.topic_id])).toEqual(
    threads.map((id) => [id, 2]),
  );
  expect(all.topic).toMatchObject([
    { merged_into_id: 2, thread_count: 0 },
    { merged_into_id: null, thread_count: 3 },
  ]);
  expect(all.thread.map((thread) => thread.version)).toEqual([2, 1, 2]);
  expect(all.event.at(-1)).toMatchObject({
    kind: "topics-merged",
    topic_id: 2,
    reason: "It was asked for.",
  });
  expect(await readTopic(db, "open-weights")).toMatchObject({ merged_into: "licences" });
  expect((await listTopics(db)).map((topic) => topic.name)).toEqual(["Licences"]);
  expect(await findTopicIds(db, ["Open weights", "licences"])).toEqual([2]);
});

test("a thread whose first topic was merged into one that it has already goes by that one", async () => {
  const { db, ada, root } = await openForum();
  const { threadId } = await beginThread(db, ada, { topics: ["Open weights", "Licences"] });
  await mergeTopics(db, root, 1, 2, ...because);
  expect((await everything(db)).thread_topic).toMatchObject([
    { thread_id: threadId, topic_id: 2, position: 0 },
  ]);
});

test("a topic merged twice leads to where all went", async () => {
  const { db, ada, root } = await openForum();
  await beginThread(db, ada);
  await addTopic(db, root, safety, ...because);
  await mergeTopics(db, root, 1, 2, ...because);
  await mergeTopics(db, root, 2, 3, ...because);
  expect(await readTopic(db, "open-weights")).toMatchObject({ merged_into: "safety" });
  expect(await findTopicIds(db, ["Open weights", "Licences", "Safety"])).toEqual([3]);
  expect((await everything(db)).topic.map((topic) => topic.thread_count)).toEqual([0, 0, 1]);
});

test("nobody but administrators changes topics", async () => {
  const { db, ada, mo } = await openForum();
  for (const person of [ada, mo]) {
    for (const deed of [
      () => addTopic(db, person, safety, ...because),
      () => renameTopic(db, person, 1, safety, ...because),
      () => mergeTopics(db, person, 1, 2, ...because),
    ]) {
      expect(await refusalOf(db, deed)).toEqual({
        status: 403,
        key: "refused.administrators-only",
      });
    }
  }
});

test("a name that is taken, a merge into itself, and topics that are not there are refused", async () => {
  const { db, root } = await openForum();
  const taken = { status: 422, problems: { name: { key: "topics.name.taken" } } };
  const licences = { ...safety, slug: "licences" };
  expect(await refusalOf(db, () => addTopic(db, root, licences, ...because))).toEqual(taken);
  expect(await refusalOf(db, () => renameTopic(db, root, 1, licences, ...because))).toEqual(taken);
  expect(await refusalOf(db, () => mergeTopics(db, root, 1, 1, ...because))).toMatchObject({
    status: 422,
  });
  await mergeTopics(db, root, 1, 2, ...because);
  const gone = { status: 404, key: "topics.not-found" };
  expect(await refusalOf(db, () => renameTopic(db, root, 1, safety, ...because))).toEqual(gone);
  expect(await refusalOf(db, () => mergeTopics(db, root, 2, 1, ...because))).toEqual(gone);
  expect(await refusalOf(db, () => mergeTopics(db, root, 1, 2, ...because))).toEqual(gone);
  const own = { ...safety, slug: "open-weights" };
  expect(await refusalOf(db, () => addTopic(db, root, own, ...because))).toEqual(taken);
});

test("a change of topics without a reason is not kept", async () => {
  const { db, root } = await openForum();
  const before = await everything(db);
  await expect(renameTopic(db, root, 1, safety, " ", START)).rejects.toThrow();
  await expect(mergeTopics(db, root, 1, 2, "", START)).rejects.toThrow();
  expect(await everything(db)).toEqual(before);
});

test("the starter topics come into a forum without any, and never again", async () => {
  const { db } = await openForum();
  const before = await everything(db);
  await addStarterTopics(db, START);
  expect(await everything(db)).toEqual(before);
  await db.deleteFrom("topic").execute();
  await addStarterTopics(db, START);
  await addStarterTopics(db, START);
  expect((await listTopics(db)).length).toBeGreaterThan(5);
});

test("whose role was taken away since the request began changes no topics", async () => {
  const { db, root } = await openForum();
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", root.id).execute();
  for (const deed of [
    () => addTopic(db, root, safety, ...because),
    () => renameTopic(db, root, 1, safety, ...because),
    () => mergeTopics(db, root, 1, 2, ...because),
  ]) {
    expect(await refusalOf(db, deed)).toEqual({ status: 403, key: "refused.administrators-only" });
  }
});
