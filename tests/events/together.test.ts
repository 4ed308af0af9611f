/** What happened at the same moment is followed together: each commit waits for the disk. */
import { expect, inject, test } from "vitest";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { refuseUpdates } from "../db/disturb.ts";
import { openForum, START } from "../forum.ts";
import { toldTo } from "../notices/follow.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { deliverAll, following, recordEvents, waiting } from "./events.ts";

/** A handle that counts the transactions that it is asked for. */
function counting(db: Db) {
  let count = 0;
  const handle = new Proxy(db, {
    get(target, name) {
      if (name === "transaction") count += 1;
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { handle, count: () => count };
}

const fail = (error: unknown) => {
  throw error;
};

/** Ben answers Ada in so many threads, of which everything else was followed. */
async function answerIn(threads: number) {
  const { db, ada, ben } = await openForum();
  const ids = [];
  for (let count = 0; count < threads; count += 1) {
    ids.push((await beginThread(db, ada)).threadId);
  }
  await deliverAll(db);
  await refreshThreads(db, START);
  for (const id of ids) await reply(db, ben, id);
  return { db, ada };
}

const onSqlite = test.runIf(inject("engine") === "sqlite");

onSqlite("what follows from eight replies is written by three commits", async () => {
  const { db, ada } = await answerIn(8);
  const { handle, count } = counting(db);
  expect(await deliverEvents(handle, START, fail)).toBe(8);
  // They are taken, told and dropped.
  expect(count()).toBe(3);
  expect(await toldTo(db, ada)).toEqual(Array(8).fill("reply 1"));
  expect(await waiting(db)).toEqual([]);
});

onSqlite("eight threads take their places by one commit", async () => {
  const { db } = await answerIn(8);
  const { handle, count } = counting(db);
  expect(await refreshThreads(handle, START)).toBe(8);
  expect(count()).toBe(1);
  expect(await refreshThreads(db, START)).toBe(0);
});

test("what follows from a post waits for what followed from it before, and for nothing else", async () => {
  const { db } = await openForum();
  const ids = await recordEvents(db, ...[1, 2, 1, 3].map((postId) => ({ postId })));
  const steps: string[] = [];
  let endFirst = () => {};
  const first = new Promise<void>((end) => {
    endFirst = end;
  });
  const table = following(async (_, { id }, __, letNext) => {
    const place = ids.indexOf(id);
    steps.push(`begin ${place}`);
    letNext?.();
    if (place === 0) await first;
    if (place === 1) setImmediate(endFirst);
    steps.push(`end ${place}`);
  });
  await deliverEvents(db, START, fail, table);
  expect(steps).toEqual([
    ...["begin 0", "begin 1", "end 1", "end 0"],
    ...["begin 2", "end 2", "begin 3", "end 3"],
  ]);
  expect(await waiting(db)).toEqual([]);
});

test("a failure that cannot be kept ends a delivery only after all that it began, and what was delivered is dropped", async () => {
  const { db } = await openForum();
  const [failing, slow] = await recordEvents(db, { postId: 1 }, { postId: 2 });
  await refuseUpdates(db, "delivery", "failure");
  const steps: string[] = [];
  const table = following(async (_, { id }, __, letNext) => {
    letNext?.();
    if (id === failing) throw new Error("not this one");
    // Longer than it takes to find that the failure cannot be kept.
    for (let turn = 0; turn < 10; turn += 1) await write(db, async () => {});
    steps.push(`delivered ${id}`);
  });
  const delivery = deliverEvents(db, START, String, table).finally(() => steps.push("ended"));
  await expect(delivery).rejects.toThrow("not kept");
  expect(steps).toEqual([`delivered ${slow}`, "ended"]);
  expect(await waiting(db)).toMatchObject([{ id: failing }]);
});
