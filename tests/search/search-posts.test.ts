import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { toUnits } from "#app/ranking/units.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply, sending } from "../threads/thread.ts";
import { findIds, search } from "./forum.ts";

const DAY = 86_400;

test("a post is found by its words, whatever their endings, case and marks", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, {
    title: "Distilled models",
    body: "Naïve Überlegungen zur Lizenz.",
  });
  const answer = await reply(db, ada, threadId, {
    body: "The *licences* of weights were [questioned](https://example.org/paper).",
  });
  for (const asked of [
    "licence",
    "LICENCES weight",
    "question",
    '"licences of weights"',
    "example.org",
    "were-questioned",
  ]) {
    expect([asked, await findIds(db, asked)]).toEqual([asked, [answer]]);
  }
  for (const asked of [
    "distilling",
    "model naive",
    "uberlegungen",
    "ÜBERLEGUNGEN",
    "lizenz distilled",
  ]) {
    expect([asked, await findIds(db, asked)]).toEqual([asked, [openingId]]);
  }
  for (const asked of ["licence naive", '"weights of licences"', '"models naive"', "absent"]) {
    expect([asked, await findIds(db, asked)]).toEqual([asked, []]);
  }
});

test("what is left out, who wrote, the topic, the time and the kind narrow a search", async () => {
  const { db, ada, ben } = await openForum();
  const one = await beginThread(
    db,
    ada,
    { title: "First claim", body: "Weights.", topics: ["Licences"] },
    { now: START - 40 * DAY },
  );
  const two = await beginThread(
    db,
    ben,
    { title: "Second claim", body: "Weights, again.", topics: ["Open weights"] },
    { now: START - 2 * DAY },
  );
  const asked = await reply(
    db,
    ada,
    two.threadId,
    { body: "Which weights?", kind: "question" },
    { now: START - DAY },
  );
  expect(await findIds(db, "weights")).toEqual([asked, two.openingId, one.openingId]);
  expect(await findIds(db, "weights -again")).toEqual([asked, one.openingId]);
  expect(await findIds(db, 'weights -"weights again"')).toEqual([asked, one.openingId]);
  expect(await findIds(db, "weights by:ada")).toEqual([asked, one.openingId]);
  expect(await findIds(db, "by:@Ben")).toEqual([two.openingId]);
  expect(await findIds(db, "weights by:ada by:ben")).toHaveLength(3);
  expect(await findIds(db, "weights topic:licences")).toEqual([one.openingId]);
  // A topic alone is answered with the posts in it.
  expect(await findIds(db, "topic:licences")).toContain(one.openingId);
  expect(await findIds(db, "topic:licences")).not.toContain(two.openingId);
  expect(await findIds(db, 'weights topic:"Open weights"')).toEqual([asked, two.openingId]);
  expect(await findIds(db, "weights since:7d")).toEqual([asked, two.openingId]);
  expect(await findIds(db, "weights kind:question")).toEqual([asked]);
  expect(await findIds(db, "kind:thread")).toEqual([two.openingId, one.openingId]);
  expect(await findIds(db, "weights by:ben kind:question")).toEqual([]);
});

test("a merged topic is the one it went to", async () => {
  const { db, ada, root } = await openForum();
  const { openingId } = await beginThread(db, ada, { body: "Weights.", topics: ["Licences"] });
  await mergeTopics(db, root, 2, 1, "They were one.", START);
  expect(await findIds(db, "weights topic:open-weights")).toEqual([openingId]);
  expect(await findIds(db, "weights topic:licences")).toEqual([openingId]);
});

test("an edit and a new title are found at once, and what they replaced is not", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, { title: "Old claim", body: "Old words." });
  await editPost(
    db,
    ada,
    openingId,
    { title: "New claim", body: "New words.", topics: ["Licences"], version: 1 },
    sending(),
  );
  expect(await findIds(db, "old")).toEqual([]);
  expect(await findIds(db, "new claim words")).toEqual([openingId]);
  expect(await findIds(db, "new topic:licences")).toEqual([openingId]);
});

test("a withdrawn post is found by nobody, neither counted, until it is shown again", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "A secret." });
  const answer = await reply(db, ben, threadId, { body: "No secret." });
  await withdrawPost(db, ben, answer, { isRestored: false, now: START });
  for (const order of ["match", "newest"] as const) {
    expect(await findIds(db, "secret", order)).toEqual([openingId]);
  }
  await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
  expect(await search(db, "secret", { order: "match" })).toEqual({
    posts: [],
    next: null,
    nextOrder: "match",
    compared: null,
    reachedAt: null,
  });
  await withdrawPost(db, ben, answer, { isRestored: true, now: START });
  expect(await findIds(db, "secret")).toEqual([answer]);
});

test("the best match comes first: in the title, more often, in a shorter post; equals by time", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(
    db,
    ada,
    { title: "Gannet", body: "A word." },
    { now: START },
  );
  const say = (body: string, minutes: number) =>
    reply(db, ada, threadId, { body }, { now: START + 60 * minutes });
  const long = await say(`Gannet. ${"Other words go on. ".repeat(40)}`, 1);
  const often = await say("Gannet, gannet, gannets.", 2);
  const once = await say("One gannet flew.", 3);
  const again = await say("One gannet fled.", 4);
  expect(await findIds(db, "gannet", "match")).toEqual([openingId, often, again, once, long]);
});

test("of posts that match alike the more substantial comes first, and what matches much better before both", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada, { title: "Birds", body: "A word." });
  const say = (body: string, minutes: number) =>
    reply(db, ada, threadId, { body }, { now: START + 60 * minutes });
  const often = await say("Gannet, gannet, gannets.", 1);
  const good = await say("One gannet flew.", 2);
  const poor = await say("One gannet fled.", 3);
  expect(await findIds(db, "gannet", "match")).toEqual([often, poor, good]);
  for (const [id, substance] of [
    [often, 0.3],
    [good, 0.8],
    [poor, 0.7],
  ] as const) {
    await db
      .updateTable("tally")
      .set({ substance: toUnits(substance), shown_at: START })
      .where("post_id", "=", id)
      .execute();
  }
  expect(await findIds(db, "gannet", "match")).toEqual([often, good, poor]);
});

test("pages go on where the last ended, in both orders", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "Gannet." });
  const ids = [openingId];
  for (let turn = 0; turn < 45; turn += 1) {
    ids.unshift(
      await reply(db, ada, threadId, { body: `Gannet ${turn}.` }, { now: START + (turn >> 2) }),
    );
  }
  expect(await findIds(db, "gannet")).toEqual(ids);
  const byMatch = await findIds(db, "gannet", "match");
  expect(byMatch.toSorted((a, b) => b - a)).toEqual(ids);
  const first = await search(db, "gannet");
  for (const after of ["x", "-1.2", "1e9.3", "9".repeat(40), ""]) {
    expect(await search(db, "gannet", { after })).toEqual(first);
  }
});

test("where the time is up a page says how far back was looked, and the next goes on from there, in both orders", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(
    db,
    ada,
    { body: "Gannet." },
    { now: START - 900 * DAY },
  );
  const ids = [openingId];
  for (let turn = 80; turn > 0; turn -= 1)
    ids.push(await reply(db, ada, threadId, { body: "A gannet." }, { now: START - turn * DAY }));
  let time = 0;
  const impatient = () => (time += 1_000);
  for (const order of ["match", "newest"] as const) {
    const found = await findIds(db, "gannet", order, impatient);
    expect(found.sort((a, b) => a - b)).toEqual(ids);
  }
});

test("a time that begins within an hour begins there", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada, { body: "Gull." }, { now: START - 60 * DAY });
  const say = (now: number) => reply(db, ada, threadId, { body: "A gannet." }, { now });
  const ids: number[] = [];
  for (const seconds of [-1, 0, 1]) ids.push(await say(START - 7 * DAY + seconds));
  for (const order of ["match", "newest"] as const) {
    expect(await findIds(db, "gannet since:7d", order)).toEqual([ids[2], ids[1]]);
  }
});
