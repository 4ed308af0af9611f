/** Gives texts up by what their worker did for them, for a machine that is busy with other things is no fault of theirs. */
import { readFileSync } from "node:fs";

/** Milliseconds after which a text is looked at; most are done long before, and cost nothing. */
const UNWATCHED = 100;
/** So many times what a text may have of a processor it may take on a busy machine: others wait behind it. */
const MOST_TIMES = 5;
/** Milliseconds between two looks, at the least. */
const SHORTEST_PAUSE = 10;

/** Milliseconds of processor time that a thread ("1/task/2") has had; undefined where the system does not tell, as only Linux does. */
export function processorTime(thread: string | undefined): number | undefined {
  if (thread === undefined) return undefined;
  try {
    return readStatistics(readFileSync(`/proc/${thread}/schedstat`, "utf8"));
  } catch {
    return undefined;
  }
}

/** Milliseconds of processor time by the kernel's statistics of a thread; undefined where it keeps none, and writes zeros. */
export function readStatistics(text: string): number | undefined {
  const nanoseconds = Number.parseInt(text, 10);
  return nanoseconds > 0 ? nanoseconds / 1e6 : undefined;
}

/** Milliseconds until a text is looked at again that began `waited` milliseconds ago, has had `had` of a processor and may have `longest`; 0 when its time is over. */
export function timeLeft(longest: number, waited: number, had: number): number {
  const most = MOST_TIMES * longest;
  if (had >= longest || waited >= most) return 0;
  return Math.min(most - waited, Math.max(SHORTEST_PAUSE, longest - had));
}

/** Calls `giveUp` when the time of a text is over that begins now and may have `longest` milliseconds of `used`, its worker's processor time; of the first tenth of a second everything counts, and everything where that is not told. Answers what ends the watch. */
export function watch(
  longest: number,
  used: () => number | undefined,
  giveUp: () => void,
): () => void {
  let waited = UNWATCHED;
  let atFirst: number | undefined;
  const look = () => {
    const now = used();
    const isTold = atFirst !== undefined && now !== undefined;
    const pause = timeLeft(longest, waited, isTold ? UNWATCHED + now - atFirst! : waited);
    if (pause === 0) return giveUp();
    timer = setTimeout(() => {
      waited += pause;
      look();
    }, pause);
  };
  let timer = setTimeout(() => {
    atFirst = used();
    look();
  }, UNWATCHED);
  return () => clearTimeout(timer);
}
