import type { Trx } from "#db/open.server.ts";
import type { EventKind } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { say } from "../strings/say.ts";
import { Dice, seedOf } from "./dice.ts";
import type { Filling } from "./filling.ts";

/** Of the threads in which nobody has written for so long, so many are locked. */
const RESTED = 30 * 86_400;
const LOCKED = 0.005;
const FEWEST_POSTS = 5;
/** A forum of so many threads has one that is pinned, or two. */
const FOR_ONE_PIN = 10;
const FOR_TWO_PINS = 1_000;

interface Act {
  kind: EventKind & ("thread-pinned" | "thread-locked");
  thread: number;
  at: number;
}

/** Pins and locks a few of the threads that are written, each with its reason in the log. */
export async function moderateThreads(trx: Trx, filling: Filling): Promise<void> {
  const { plan, threadIdOf, moderatorIds } = filling;
  const acts = [...listPins(filling), ...listLocks(filling)].sort(
    (one, other) => one.at - other.at,
  );
  for (const [turn, { kind, thread, at }] of acts.entries()) {
    const threadId = threadIdOf(thread);
    const personId = moderatorIds[turn % moderatorIds.length]!;
    await trx
      .updateTable("thread")
      .set((eb) => ({
        ...(kind === "thread-pinned"
          ? { pinned_at: at, pinned_by_id: personId }
          : { locked_at: at, locked_by_id: personId }),
        version: eb("version", "+", 1),
      }))
      .where("id", "=", threadId)
      .execute();
    const dice = new Dice(seedOf(plan.seed, "title", -2 - turn));
    const reason = say(`fill.${kind}.${dice.below(2) === 0 ? "one" : "other"}`);
    await recordEvent(trx, { kind, at, personId, threadId, reason });
  }
}

/** The first long ones. */
function listPins({ plan, counting }: Filling): Act[] {
  const { openings, posts } = plan;
  const written = counting.threadPosts.filter((count) => count > 0).length;
  const count = written < FOR_ONE_PIN ? 0 : written < FOR_TWO_PINS ? 1 : 2;
  const longEnough = [...counting.threadPosts.keys()].filter(
    (thread) => counting.threadPosts[thread]! >= FEWEST_POSTS,
  );
  return longEnough
    .map((thread) => ({ thread, at: posts.at[openings[thread]!]! + 3600 }))
    .sort((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ thread, at }) => ({
      kind: "thread-pinned" as const,
      thread,
      at: Math.min(plan.now, at),
    }));
}

function listLocks({ plan, counting }: Filling): Act[] {
  const acts: Act[] = [];
  for (const [thread, count] of counting.threadPosts.entries()) {
    const rested = plan.now - counting.activeAt[thread]!;
    if (count < FEWEST_POSTS || rested < RESTED) continue;
    const dice = new Dice(seedOf(plan.seed, "pool", -2 - thread));
    if (!dice.chance(LOCKED)) continue;
    const at = counting.activeAt[thread]! + 3600 + Math.floor(dice.next() * 20 * 86_400);
    acts.push({ kind: "thread-locked", thread, at });
  }
  return acts;
}
