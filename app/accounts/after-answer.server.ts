/** What is done when the answer has gone, so that the answer tells nothing of it: one thing after the other, and no more than a few wait. */
import { setTimeout } from "node:timers/promises";

/** The answer has gone by then, in milliseconds. */
const PAUSE = 250;
const MOST_WAITING = 200;

const waiting: (() => Promise<void>)[] = [];
let running: Promise<void> | null = null;

/** Does it a moment later. Where too many wait it is left out, as whoever asked learns when nothing comes. `report` is told what breaks. Resolves, and never rejects, when nothing waits any more. */
export function afterAnswer(
  deed: () => Promise<void>,
  report: (error: unknown, where: string) => unknown,
): Promise<void> {
  if (waiting.length < MOST_WAITING) {
    waiting.push(() => deed().catch((error: unknown) => void report(error, "after an answer")));
  }
  running ??= work();
  return running;
}

async function work() {
  await setTimeout(PAUSE, undefined, { ref: false });
  for (let deed = waiting.shift(); deed; deed = waiting.shift()) await deed();
  running = null;
}

/** Resolves when nothing waits any more. */
export async function answersFollowed(): Promise<void> {
  while (running) await running;
}
