/** Gives texts up by what their worker did for them, for a machine that is busy with other things is no fault of theirs. */
import { readFileSync } from "node:fs";

/** Milliseconds after which a text is looked at; most are done long before, and cost nothing. */
const UNWATCHED = 100;
/** Milliseconds after which any text is given up, however little its worker came to do. */
const LONGEST_WAIT = 10_000;
/** Milliseconds between two looks, at the least. */
const SHORTEST_PAUSE = 10;

/** Milliseconds of processor time that a thread ("1/task/2") has had; undefined where the system does not tell, as only Linux does. */
export function processorTime(thread: string | undefined): number | undefined {
  if (thread === undefined) return undefined;
  try {
    const nanoseconds = Number.parseInt(readFileSync(`/proc/${thread}/schedstat`, "utf8"), 10);
    return Number.isNaN(nanoseconds) ? undefined : nanoseconds / 1e6;
  } catch {
    return undefined;
  }
}

/** Calls `giveUp` when a text that begins now has had `longest` milliseconds of `used`, its worker's processor time (of the first tenth of a second everything counts), or after ten seconds; without such a time everything counts. Answers what ends the watch. */
export function watch(
  longest: number,
  used: () => number | undefined,
  giveUp: () => void,
): () => void {
  let timer = setTimeout(() => {
    const atFirst = used();
    let waited = UNWATCHED;
    const lookAfter = (pause: number) => {
      timer = setTimeout(() => {
        waited += pause;
        const now = used();
        const isTold = atFirst !== undefined && now !== undefined;
        const had = isTold ? UNWATCHED + now - atFirst : waited;
        if (had >= longest || waited >= LONGEST_WAIT) giveUp();
        else lookAfter(Math.max(SHORTEST_PAUSE, longest - had));
      }, pause);
    };
    lookAfter(longest - UNWATCHED);
  }, UNWATCHED);
  return () => clearTimeout(timer);
}
