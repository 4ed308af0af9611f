import { sql } from "kysely";
import { expect, test } from "vitest";
import { LIST_THREADS, type ListWished, listThreads } from "#app/threads/list-threads.server.ts";
import type { Db } from "#db/open.server.ts";
import { plansOf } from "../db/plan.ts";
import { openForum, START } from "../forum.ts";

const THREADS = 2_000;

/** Many threads, each in one of two topics, every hundredth pinned, active in another order than they began. */
async function manyThreads(db: Db, authorId: number) {
  const turns = Array.from({ length: THREADS }, (_, turn) => ({
    ...{
      id: turn + 1,
      started_at: START + turn,
      active_at: START + 9_000 + ((turn * 7) % THREADS),
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
        batch.map(({ id, ...times }) => ({
          ...{ thread_id: id, topic_id: 1 + (id % 2), position: 0, ...times },
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
];

test.each(lists)(
  "a page of many threads is read from an index and sorts nothing: %s",
  async (_, wished) => {
    const { db, ada } = await openForum();
    await manyThreads(db, ada.id);
    const first = wished(ada.id);
    const { next } = await listThreads(db, first);
    expect(next).not.toBeNull();
    for (const isAnalysed of [false, true]) {
      if (isAnalysed) await sql`analyze`.execute(db);
      for (const after of [null, next]) {
        const plans = await plansOf(db, (db) => listThreads(db, { ...first, after }));
        // The last query reads the topics of the page's few lines.
        const work = plans
          .slice(0, -1)
          .flat()
          .filter((step) => /TEMP B-TREE|^SCAN (?!.* USING (COVERING )?INDEX)/.test(step));
        expect(work).toEqual([]);
      }
    }
  },
);

test.each(["new", "active"] as const)(
  "the pages of a topic show each of its threads once, in the order %s",
  async (order) => {
    const { db, ada } = await openForum();
    await manyThreads(db, ada.id);
    const shown: { id: number; startedAt: number; activeAt: number }[] = [];
    for (let after: string | null = null; ; ) {
      const page = await listThreads(db, { order, after, topicId: 2 });
      expect(page.threads.length).toBeLessThanOrEqual(LIST_THREADS);
      shown.push(...page.threads);
      after = page.next;
      if (!after) break;
    }
    expect(new Set(shown.map((thread) => thread.id)).size).toBe(THREADS / 2);
    const times = shown.map((thread) => (order === "new" ? thread.startedAt : thread.activeAt));
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  },
);
