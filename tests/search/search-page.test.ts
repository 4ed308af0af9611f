import path from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { loader } from "#app/routes/search.tsx";
import { lookUp } from "#app/search/look-up.server.ts";
import { readQuestion } from "#app/search/question.ts";
import { searchForum, stopSearching } from "#app/search/search-forum.server.ts";
import type { Db } from "#db/open.server.ts";
import { describeCorpora, readCorpora, sendable } from "../corpora/corpus.ts";
import { openForum, START } from "../forum.ts";
import { makePlace } from "../moving/forums.ts";
import { errorPage, visit } from "../routes/visit.ts";
import { beginThread, reply } from "../threads/thread.ts";

afterAll(stopSearching);

const ask = (db: Db, query: Record<string, string>, person: Person | null = null) =>
  loader(visit(db, `/search?${new URLSearchParams(query)}`, { person }));

const foundIn = (page: Awaited<ReturnType<typeof ask>>) =>
  page.answer?.found?.posts.map(({ id }) => id);
const keysOf = (page: Awaited<ReturnType<typeof ask>>) =>
  page.answer?.problems.map(({ key }) => key);

test("without a question the page explains what can be asked", async () => {
  const { db } = await openForum();
  for (const q of ["", "   "]) expect((await ask(db, { q })).answer).toBe(null);
});

test("a search shows title, author, kind and the passage with what was asked for marked", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada, { title: "The gannet <b>letters</b>" });
  const id = await reply(db, ben, threadId, {
    body: "I counted **gannets** & `<gulls>`.",
    kind: "tried",
  });
  const page = await ask(db, { q: "gannet -letter" });
  expect(page.answer?.found).toEqual({
    posts: [
      {
        ...{ id, kind: "tried", author: "Ben", postedAt: START },
        title: [{ text: "The gannet <b>letters</b>", isMarked: false }],
        passage: [
          { text: "I counted ", isMarked: false },
          { text: "gannets", isMarked: true },
          { text: " & <gulls>.", isMarked: false },
        ],
      },
    ],
    ...{ next: null, nextOrder: "match", compared: null, reachedAt: null },
  });
});

test("pages follow one another by their addresses, and a cursor that nobody made leads to the first", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada, { body: "A gannet." });
  for (let turn = 0; turn < 24; turn += 1)
    await reply(db, ada, threadId, { body: `Gannet ${turn}` });
  for (const order of ["match", "newest"]) {
    const first = await ask(db, { q: "gannet", order });
    const second = await loader(visit(db, first.next!));
    expect(new Set([...foundIn(first)!, ...foundIn(second)!]).size).toBe(25);
    expect(second.next).toBe(null);
    expect(foundIn(await ask(db, { q: "gannet", order, after: "0.9'x" }))).toEqual(foundIn(first));
  }
});

test("what cannot be answered is told in sentences", async () => {
  const { db } = await openForum();
  const cases: [string, string[]][] = [
    ["by:Nobody word", ["search.person"]],
    ["topic:gossip by:nobody word", ["search.person", "search.topic"]],
    ["since:2026-13-01 word", ["search.date"]],
    ["since:yesterday kind:rant word", ["search.date", "search.kind"]],
    ["by: word", ["search.value-missing"]],
    ["-by:ada word", ["search.no-leaving-out"]],
    ["-word", ["search.only-without"]],
    ["topic:gossip", ["search.topic"]],
    ["!!! ??? ***", ["search.nothing"]],
    ["words ".repeat(2_000), ["search.too-long"]],
  ];
  for (const [q, keys] of cases)
    expect([q.slice(0, 20), keysOf(await ask(db, { q }))]).toEqual([q.slice(0, 20), keys]);
});

test("a person searches thirty times a minute, and so does an address", async () => {
  const { db, ada } = await openForum();
  for (const person of [ada, null]) {
    for (let turn = 0; turn < 30; turn += 1) await ask(db, { q: "word" }, person);
    const request = visit(db, "/search?q=word", { person });
    expect(await errorPage(loader(request))).toEqual({ status: 429, key: "refused.too-soon" });
    expect(request.context.visit.retryAfter).toBeGreaterThan(0);
  }
});

test.runIf(inject("engine") === "sqlite")(
  "a forum in a file is searched by a worker, which sees every post at once",
  async () => {
    const { db, ada } = await openForum({ file: path.join(makePlace(), "forum.db") });
    const { openingId } = await beginThread(db, ada, { body: "A gannet." });
    expect(foundIn(await ask(db, { q: "gannet" }))).toEqual([openingId]);
    await withdrawPost(db, ada, openingId, { isRestored: false, now: START });
    expect(foundIn(await ask(db, { q: "gannet" }))).toEqual([]);
  },
);

test.runIf(inject("engine") === "sqlite")(
  "where too many search at one moment, the last of them are asked to wait",
  async () => {
    const { db, ada } = await openForum({ file: path.join(makePlace(), "forum.db") });
    const { openingId } = await beginThread(db, ada, { body: "A gannet." });
    const { question } = readQuestion("gannet", START);
    const asked = await lookUp(db, question);
    if (Array.isArray(asked)) throw new Error("It is a question.");
    const wish = { order: "match", after: null } as const;
    const all = await Promise.allSettled(
      Array.from({ length: 50 }, () => searchForum(db, asked, wish, new AbortController().signal)),
    );
    const answers = all.map((one) =>
      one.status === "fulfilled" ? one.value.posts.map(({ id }) => id) : one.reason.said.key,
    );
    const refused = answers.filter((answer) => answer === "search.busy");
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.length).toBeLessThan(25);
    expect(answers.filter((answer) => answer !== "search.busy")).toEqual(
      Array(50 - refused.length).fill([openingId]),
    );
  },
);

test("what looks like the index's own language is words or nothing", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, {
    title: "Gannet AND gull",
    body: "NEAR the in1 by1 body.",
  });
  const found: [string, boolean][] = [
    ["gannet AND gull", true],
    ["gannet OR absent", false],
    ["NEAR(the)", true],
    ["body : gannet", true],
    ["{body}: gull", true],
    ['gannet"', true],
    ['"gannet and', true],
    ["gann*", false],
    ["^gannet", true],
    ["gannet' --", true],
    ["in2 gannet", false],
    ["kindthread", false],
    ["'gannet' & !gull | (", true],
    ["gannet:A <-> gull", false],
    ["\u0000gannet", true],
  ];
  for (const [q, isFound] of found) {
    expect([q, foundIn(await ask(db, { q }))]).toEqual([q, isFound ? [openingId] : []]);
  }
});

describeCorpora("every naughty string", () => {
  test("is answered, or refused with a sentence", async () => {
    const { db, ada } = await openForum();
    await beginThread(db, ada);
    const rows = sendable(readCorpora("naughty-strings", "text-unicode"));
    for (const { input } of rows) {
      for (const q of [
        input,
        `"${input}`,
        `by:${input}`,
        `topic:${input} x`,
        `-${input} x since:${input}`,
      ]) {
        const request = visit(db, `/search?${new URLSearchParams({ q })}`);
        request.context.forum.limits = 10_000;
        const { answer } = await loader(request);
        const isAnswered = answer === null || answer.found !== null || answer.problems.length > 0;
        expect([q, isAnswered]).toEqual([q, true]);
      }
    }
  });
});
