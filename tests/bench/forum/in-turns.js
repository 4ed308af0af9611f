import { median, ratio } from "./figures.js";
import { canCount, processorSeconds } from "./processes.js";

/** Connections over which a server is asked as fast as it answers, unless a side has another number. */
const CONNECTIONS = 16;
/** So many turns warm up each side before the first round: its code is compiled as it is used. */
const WARM = 2;

/** Asks several servers in turns (A B A B …), each as fast as it answers; answers for each the median of its requests per CPU-second, and for all but the last how that is to the last's in the same round (the median of rounds). Throws where an answer was not as it should be. */
export async function inTurns(load, sides, { rounds, seconds }) {
  const found = sides.map(() => []);
  for (const side of sides) await measure(load, side, seconds * WARM);
  for (let round = 0; round < rounds; round += 1) {
    for (const [place, side] of sides.entries())
      found[place].push(await measure(load, side, seconds));
  }
  return sides.map((_, place) => ({
    perCpu: canCount ? median(found[place]) : null,
    ratio: canCount
      ? median(found[place].map((perCpu, round) => ratio(perCpu, found.at(-1)[round])))
      : null,
  }));
}

/** Requests per CPU-second of one turn; not a number where the system does not tell. */
async function measure(load, side, seconds) {
  const { port, pid, requests, picks, connections = CONNECTIONS } = side;
  // Each turn goes on somewhere else, for what was asked a turn ago is at hand.
  const from = Math.floor(Math.random() * (picks?.length ?? requests.length));
  const wish = { port, requests, picks, from, connections };
  const before = processorSeconds(pid);
  const found = await load.run({ ...wish, milliseconds: seconds * 1000 });
  const used = processorSeconds(pid) - before;
  holdGood(found);
  return found.count / used;
}

/** Throws where any answer of a run was wrong, with the first few sentences about it. */
export function holdGood({ count, wrongCount, wrong }) {
  if (wrongCount > 0) throw new Error(`${wrongCount} of ${count} were wrong:\n${wrong.join("\n")}`);
  if (count === 0) throw new Error("Nothing was answered.");
}
