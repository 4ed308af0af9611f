import { expect, test } from "vitest";
import { Queue } from "#app/search/queue.server.ts";

const stays = new AbortController().signal;
const busy = { status: 503, said: { key: "search.busy" }, retryAfter: 5 };

/** A queue for one at a time whose turn is taken until it is told to go on. */
function takenQueue(patience: number, waiting = 3) {
  const queue = new Queue({ atOnce: 1, waiting, patience });
  let goOn = () => {};
  const first = queue.take(() => new Promise<void>((resolve) => (goOn = resolve)), stays);
  return { queue, first, goOn: () => goOn() };
}

test("searches have their turn in the order in which they came", async () => {
  const { queue, first, goOn } = takenQueue(30_000);
  const done: number[] = [];
  const others = [1, 2, 3].map((number) => queue.take(async () => done.push(number), stays));
  await expect(queue.take(async () => done.push(4), stays)).rejects.toMatchObject(busy);
  expect(done).toEqual([]);
  goOn();
  await Promise.all([first, ...others]);
  expect(done).toEqual([1, 2, 3]);
});

test("one whose turn does not come in time is asked to come back, and never begins", async () => {
  const { queue, first, goOn } = takenQueue(1);
  const done: string[] = [];
  await expect(queue.take(async () => done.push("late"), stays)).rejects.toMatchObject(busy);
  goOn();
  await first;
  await queue.take(async () => done.push("next"), stays);
  expect(done).toEqual(["next"]);
});

test("one that nobody waits for any more never begins, and one that breaks lets the next go on", async () => {
  const { queue, first, goOn } = takenQueue(30_000);
  const done: string[] = [];
  const reader = new AbortController();
  const left = queue.take(async () => done.push("left"), reader.signal);
  const broken = queue.take(() => Promise.reject(new Error("broke")), stays);
  const last = queue.take(async () => done.push("last"), stays);
  reader.abort();
  await expect(left).rejects.toMatchObject(busy);
  await expect(queue.take(async () => done.push("gone"), reader.signal)).rejects.toMatchObject(
    busy,
  );
  goOn();
  await first;
  await expect(broken).rejects.toThrow("broke");
  await last;
  expect(done).toEqual(["last"]);
});
