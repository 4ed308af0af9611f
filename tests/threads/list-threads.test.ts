import { sql } from "kysely";
import { expect, test } from "vitest";
import { LIST_THREADS, type ListWished, listThreads } from "#app/threads/list-threads.server.ts";
import type { ThreadLine } from "#app/threads/thread-rows.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";

const THREADS = 2_000;
/** About as great as keys are. */
const BEST = 40_000_000_000;

/** Many threads, each in one of two topics, every hundredth pinned, active and best in other orders than they began. */
async function manyThreads(db: Db, authorId: number) {
  const turns = Array.from({ length: THREADS }, (_, turn) => ({
    ...{
      id: turn + 1,
      started_at: START + turn,
      active_at: START + 9_000 + ((turn * 7) % THREADS),
      best: BEST + ((turn * 11) % THREADS),
    },
  }));
  for (let from = 0; from < THREADS; from += 500) {
    const batch = turns.slice(from, from + 500);
    await db
      .insertInto("thread")
      .values(
        batch.map((turn) => ({
          ...{ ...turn, title: "A thread", slug: "a-thread", author_id: authorId, excerpt: "" },
          pinned_at: turn.id % 100 === 0 ? START : null,
        })),
      )
      .execute();
    await db
      .insertInto("thread_topic")
      .values(
        batch.map(({ id, ...keys }) => ({
          ...{ thread_id: id, topic_id: 1 + (id % 2), position: 0, ...keys },
        })),
      )
      .execute();
  }
}

const lists: [string, (authorId: number) => ListWished][] = [
  ...(["best", "new", "active"] as const).flatMap((order): [string, () => ListWished][] => [
    [`all, ${order}`, () => ({ order, after: null })],
    [`of a topic, ${order}`, () => ({ order, after: null, topicId: 1 })],
  ]),
  ["of a person, new", (authorId) => ({ order: "new", after: null, authorId })],
  ["of a person, best", (authorId) => ({ order: "best", after: null, authorId })],
];

test.each(lists)(
  "a page of many threads is read from an index and sorts nothing: %s",
  async (_, wished) => {
    const { db, ada } = await openForum();
    await manyThreads(db, ada.id);
    await db
      .updateTable("thread")
      .set({ fresh_until: START + 9_999 })
      .where("id", ">", THREADS - 100)
      .execute();
    const first = wished(ada.id);
    const { next } = await listThreads(db, first);
    expect(next).not.toBeNull();
    for (const isAnalysed of [false, true]) {
      if (isAnalysed) await sql`analyze`.execute(db);
      for (const after of [null, next]) {
        const plans = await plansOf(db, (db) => listThreads(db, { ...first, after }));
        // The last query reads the topics of the page's few lines; of new threads the newest few are gone through.
        const work = plans
          .slice(0, -1)
          .flat()
          .filter((step) => step !== "SCAN newest")
          .filter((step) => /TEMP B-TREE|^SCAN (?!.* USING (COVERING )?INDEX)/.test(step));
        expect(work).toEqual([]);
      }
    }
  },
);

/** All pages of a list. */
async function readAll(db: Db, wished: Omit<ListWished, "after">) {
  const pages: ThreadLine[][] = [];
  for (let after: string | null = null; ; ) {
    const page = await listThreads(db, { ...wished, after });
    pages.push(page.threads);
    after = page.next;
    if (!after) return pages;
  }
}

/** The ids of threads in an order. */
const idsBy = async (db: Db, order: "best" | "started_at" | "active_at") =>
  (
    await db
      .selectFrom("thread")
      .select("id")
      .where("pinned_at", "is", null)
      .orderBy(order, "desc")
      .orderBy("id", "desc")
      .execute()
  ).map(({ id }) => id);

test.each(["new", "active"] as const)(
  "the pages of a topic show each of its threads once, in the order %s",
  async (order) => {
    const { db, ada } = await openForum();
    await manyThreads(db, ada.id);
    const pages = await readAll(db, { order, topicId: 2 });
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(LIST_THREADS);
    const shown = pages.flat();
    expect(new Set(shown.map((thread) => thread.id)).size).toBe(THREADS / 2);
    const times = shown.map((thread) => (order === "new" ? thread.startedAt : thread.activeAt));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  },
);

test.each([undefined, 1, 2])(
  "the best come by their keys, each once, after those that are pinned: topic %s",
  async (topicId) => {
    const { db, ada } = await openForum();
    await manyThreads(db, ada.id);
    const of = topicId === undefined ? {} : { topicId };
    const shown = (await readAll(db, { order: "best", ...of })).flat();
    const isHere = (id: number) => topicId === undefined || 1 + (id % 2) === topicId;
    const pinned = shown.filter((thread) => thread.isPinned);
    expect(pinned.length).toBe(topicId === 2 ? 0 : THREADS / 100);
    const ids = shown.slice(pinned.length).map(({ id }) => id);
    expect(ids).toEqual((await idsBy(db, "best")).filter(isHere));
  },
);

test("new threads that few voted on have the eighth and the sixteenth place of the first page, and take nobody's on the way", async () => {
  const { db, ada } = await openForum();
  await manyThreads(db, ada.id);
  const byBest = await idsBy(db, "best");
  const fresh = [byBest.at(-1)!, byBest.at(-2)!, byBest[2]!];
  const makeFresh = (ids: number[], votes: number) =>
    db
      .updateTable("thread")
      .set({ fresh_until: START + 9_999, vote_count: votes })
      .where("id", "in", ids)
      .execute();
  await makeFresh(fresh, 4);
  await makeFresh([byBest.at(-3)!], 5);
  const pages = await readAll(db, { order: "best" });
  const first = pages[0]!.filter((thread) => !thread.isPinned).map(({ id }) => id);
  const inTurn = fresh.slice(0, 2).sort((one, other) => other - one);
  expect([first[7], first[15]]).toEqual(inTurn);
  expect(first.filter((id) => !inTurn.includes(id))).toEqual(byBest.slice(0, 18));
  const ids = pages.flatMap((page) => page.filter((thread) => !thread.isPinned));
  expect(ids.map(({ id }) => id).filter((_, place) => place !== 7 && place !== 15)).toEqual(byBest);
  const [ofTopic] = await readAll(db, { order: "best", topicId: 2 });
  const isShown = (id: number) => ofTopic!.some((thread) => thread.id === id);
  for (const id of inTurn) expect(isShown(id)).toBe(id % 2 === 1 && id > THREADS - 80);
});
