/** What `npm run simulate` is asked for. */

export const usage = `npm run simulate                       every bound of the mechanism over seeds 1..10, and what is only told
npm run simulate -- --seeds 4,5,201..210
npm run simulate -- --quick            a few seeds, without what takes long or is only told
npm run simulate -- --json`;

export interface SimulationWish {
  seeds: number[];
  isQuick: boolean;
  isJson: boolean;
}

const SEEDS = "1..10";
const QUICK_SEEDS = "1..3";
const MOST_SEEDS = 1000;

/** The wish, or null if the arguments are none of these. */
export function readWish(given: readonly string[]): SimulationWish | null {
  const wish = { isQuick: false, isJson: false };
  let words: string | undefined;
  for (let i = 0; i < given.length; i++) {
    if (given[i] === "--quick") wish.isQuick = true;
    else if (given[i] === "--json") wish.isJson = true;
    else if (given[i] === "--seeds") words = given[++i] ?? "";
    else return null;
  }
  const seeds = readSeeds(words ?? (wish.isQuick ? QUICK_SEEDS : SEEDS));
  return seeds && { ...wish, seeds };
}

/** Seeds as `4,5,201..210`; null if these are none. */
function readSeeds(words: string): number[] | null {
  const seeds: number[] = [];
  for (const part of words.split(",")) {
    const found = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(part.trim());
    if (!found) return null;
    const from = Number(found[1]);
    const to = Number(found[2] ?? from);
    if (to < from || seeds.length + to - from >= MOST_SEEDS) return null;
    for (let seed = from; seed <= to; seed++) seeds.push(seed);
  }
  return seeds;
}
