import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { action as preview } from "#app/routes/preview.tsx";
import { loader as threadNew } from "#app/routes/thread-new.tsx";
import { loader as askAbout } from "#app/routes/threads-similar.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { findSimilar } from "#app/threads/find-similar.server.ts";
import { indexOlderThreads, TITLE_READER } from "#app/threads/index-title.server.ts";
import { overlapOf } from "#app/threads/similar.ts";
import { titleWords } from "#app/threads/title-words.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, START } from "../forum.ts";
import { visit } from "../routes/visit.ts";
import { beginThread, sending } from "./thread.ts";

const titles = async (db: Db, title: string, url = "") => {
  const { byAddress, byTitle } = await findSimilar(db, { title, url });
  return { byAddress: byAddress.map((one) => one.title), byTitle: byTitle.map((one) => one.title) };
};

async function begin(db: Db, person: Person, ...titles: string[]) {
  for (const title of titles) await beginThread(db, person, { title });
  await deliverAll(db);
}

/** So many threads with nothing but a title. */
async function fill(db: Db, person: Person, count: number, title: (at: number) => string) {
  const threads = Array.from({ length: count }, (_, at) => ({
    ...{ title: title(at), slug: "", author_id: person.id, excerpt: "" },
    ...{ started_at: START, active_at: START },
  }));
  for (let at = 0; at < count; at += 1_000) {
    await db
      .insertInto("thread")
      .values(threads.slice(at, at + 1_000))
      .execute();
  }
  await indexOlderThreads(db);
}

const DISTILLED = "Distilled models inherit refusals from their teachers";

describe("threads about the same", () => {
  test("are found by the address of the thing, however it is written, the newest first", async () => {
    const { db, ada } = await openForum();
    const paper = { url: "https://arxiv.org/abs/2401.12345v2" };
    await beginThread(db, ada, { title: "A paper on weights", ...paper });
    await beginThread(db, ada, { title: "The same paper again", ...paper });
    await beginThread(db, ada, { title: "Another paper", url: "https://arxiv.org/abs/2401.12346" });
    await deliverAll(db);
    expect(await titles(db, "", "http://www.arxiv.org/pdf/2401.12345")).toEqual({
      byAddress: ["The same paper again", "A paper on weights"],
      byTitle: [],
    });
  });

  test("are found by a title that says much the same", async () => {
    const { db, ada } = await openForum();
    await begin(db, ada, DISTILLED, "Licences for data sets", "Who pays for open models?");
    await fill(db, ada, 50, (at) => `Filler about model number ${at}`);
    for (const title of [
      "Distilled model inherits its teacher's refusals",
      "refusals inherited by distillation: distilled models and teachers",
    ]) {
      expect((await titles(db, title)).byTitle).toEqual([DISTILLED]);
    }
    expect((await titles(db, "Data set licenses")).byTitle).toEqual(["Licences for data sets"]);
  });

  test("are not claimed to be found by one common word, or by little of a long title", async () => {
    const { db, ada } = await openForum();
    await begin(db, ada, DISTILLED);
    await fill(db, ada, 50, (at) => `Filler about model number ${at}`);
    for (const title of ["", "Models", "Models of the weather", "What is this about?", "?!"]) {
      expect((await titles(db, title)).byTitle, title).toEqual([]);
    }
  });

  test("stand once, five at most", async () => {
    const { db, ada } = await openForum();
    const url = "https://paper.example/one";
    for (let at = 0; at < 4; at += 1) await beginThread(db, ada, { title: DISTILLED, url });
    await begin(db, ada, DISTILLED, DISTILLED);
    const found = await findSimilar(db, { title: DISTILLED, url });
    expect(found.byAddress).toHaveLength(4);
    expect(found.byTitle).toHaveLength(1);
    const ids = [...found.byAddress, ...found.byTitle].map((thread) => thread.id);
    expect(new Set(ids).size).toBe(5);
  });

  test("are found under their present title", async () => {
    const { db, ada } = await openForum();
    const { openingId } = await beginThread(db, ada, { title: DISTILLED });
    const edit = { body: "Other.", version: 1, title: "Tokenizers eat accents", topics: null };
    await deliverAll(db);
    await editPost(db, ada, openingId, edit, sending());
    await deliverAll(db);
    expect((await titles(db, DISTILLED)).byTitle).toEqual([]);
    expect((await titles(db, "Accents and tokenizers")).byTitle).toEqual([edit.title]);
  });
});

test("older threads are taken in by the clock, each once", async () => {
  const { db, ada } = await openForum();
  await fill(db, ada, 120, (at) => `Thread about subject${at}`);
  expect((await titles(db, "subject7")).byTitle).toEqual(["Thread about subject7"]);
  expect(await indexOlderThreads(db)).toBe(0);
  await db
    .updateTable("thread")
    .set({ title_reader: TITLE_READER - 1 })
    .execute();
  expect(await indexOlderThreads(db)).toBe(120);
  expect(await indexOlderThreads(db)).toBe(0);
});

test("a thread with a long address, and one with long words of rare letters, are found too", async () => {
  const { db, ada } = await openForum();
  const letters = Array.from({ length: 1_900 }, (_, at) => 0x4e00 + ((at * 7_919) % 20_000));
  const { href } = new URL(`https://paper.example/${String.fromCodePoint(...letters)}`);
  const x = "x".repeat(39);
  const rare = `Rare ${x}\u{10330} ${x}\u{13000}`;
  await beginThread(db, ada, { title: DISTILLED, url: href });
  await begin(db, ada, rare);
  expect(await titles(db, DISTILLED, href)).toEqual({ byAddress: [], byTitle: [DISTILLED] });
  expect((await titles(db, rare)).byTitle).toEqual([rare]);
  await db.updateTable("thread").set({ title_reader: 0 }).execute();
  expect(await indexOlderThreads(db)).toBe(2);
});

test("a thread whose words cannot be taken keeps no other up, is named, and is tried again", async () => {
  const { db, ada } = await openForum();
  await fill(db, ada, 120, (at) => `Thread about subject${at}`);
  await db.updateTable("thread").set({ title_reader: 0 }).where("id", "!=", 1).execute();
  await db.deleteFrom("title_word").execute();
  // Thread 7 can be marked no more while thread 1 is.
  await sql`create unique index one_of_two on thread (title_reader) where id in (1, 7)`.execute(db);
  for (let turn = 0; turn < 2; turn++) {
    await expect(indexOlderThreads(db)).rejects.toThrow(/not taken: 1, first thread 7: /);
  }
  await sql`drop index one_of_two`.execute(db);
  const waiting = db.selectFrom("thread").select("id").where("title_reader", "<", TITLE_READER);
  expect(await waiting.execute()).toEqual([{ id: 7 }]);
  expect((await titles(db, "subject119")).byTitle).toEqual(["Thread about subject119"]);
  expect(await indexOlderThreads(db)).toBe(1);
  expect((await titles(db, "subject6")).byTitle).toEqual(["Thread about subject6"]);
});

test("a common word costs little and hides nothing, and every look uses an index", async () => {
  const { db, ada } = await openForum();
  await fill(db, ada, 5_000, (at) => `Common words of thread ${at}, subject${at % 50}`);
  await begin(db, ada, "Common ground");
  expect((await titles(db, "Common ground")).byTitle).toEqual(["Common ground"]);
  expect((await titles(db, "Common words of threads")).byTitle).toHaveLength(5);
  const wished = { title: "Common words, subject7, subject8", url: "https://paper.example/x" };
  const plans = await plansOf(db, (listening) => findSimilar(listening, wished));
  for (const step of plans.flat()) expect(step).not.toMatch(/SCAN (thread|title_word)(?! USING)/);
  expect(plans.flat().join("\n")).toMatch(/SEARCH title_word .*\(word=\?\)/);
  expect(plans.flat().join("\n")).toContain("thread_by_url");
});

test("how alike two titles are is a number that can be told", () => {
  const rarity = {
    counts: new Map([
      ["model", 500],
      ["distilled", 3],
      ["refusal", 20],
    ]),
    threads: 1_000,
  };
  const words = titleWords("Refusals of distilled models");
  const overlap = (title: string) => overlapOf(words, title, rarity);
  expect(overlap("Refusals of distilled models")).toBe(1);
  expect(overlap("Distilled models refuse")).toBeGreaterThan(0.4);
  expect(overlap("Distilled whisky")).toBeGreaterThan(0.4);
  expect(overlap("Models")).toBe(0);
  expect(overlap("")).toBe(0);
});

describe("whoever asks for threads about the same", () => {
  const path = `/threads/similar.json?title=${encodeURIComponent(DISTILLED)}`;
  const ask = (db: Db, person: Person | null) => askAbout(visit(db, path, { person }));

  test("does so 120 times a minute, signed in", async () => {
    const { db, ada, ben } = await openForum();
    await begin(db, ada, DISTILLED);
    expect((await ask(db, null)).status).toBe(401);
    for (let turn = 0; turn < 120; turn++) expect((await ask(db, ben)).status).toBe(200);
    const refused = await ask(db, ben);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toEqual({ refused: expect.stringContaining("60") });
    expect((await ask(db, ada)).status).toBe(200);
  });

  test("is a member where a text is previewed or a form comes back, too", async () => {
    const { db, ada, ben } = await openForum();
    await begin(db, ada, DISTILLED);
    const form = { title: DISTILLED, body: "Do they?" };
    for (const person of [ben, null]) {
      const shown = { byAddress: [], byTitle: [expect.objectContaining({ title: DISTILLED })] };
      const previewed = visit(db, "/preview?for=/threads/new", { person, form });
      expect(await preview(previewed)).toMatchObject({ similar: person && shown });
      const back = visit(db, "/threads/new", { person });
      back.context.visit.handedBack = { status: 401, values: form, problems: {}, refused: null };
      expect(await threadNew(back)).toMatchObject({ similar: person && shown });
    }
  });
});
