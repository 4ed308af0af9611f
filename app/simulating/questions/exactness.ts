/** Are the sums what they should be? (mechanism, M4) */
import { shareOf } from "../../ranking/vote.ts";
import { counted, noSums, type Sums, worthOf } from "../../ranking/worth.ts";
import type { Question } from "../question.ts";

export const ofExactness: Question[] = [
  {
    name: "M4 x = 0 against the plain share (largest difference)",
    ...{ asked: { most: 1e-9 }, digits: 12 },
    ask: (bench) => bench.each((seed) => plainShare(bench.agents.worlds.randomFrom(seed))),
  },
  {
    name: "M4 sums after 5,000 votes, changes and withdrawals, against a recount",
    ...{ asked: { most: 1e-6 }, digits: 12 },
    ask: (bench) => bench.each((seed) => recount(bench.agents.worlds.randomFrom(seed))),
  },
  {
    name: "M4 length: correlation of Q with words where readers love length",
    ...{ asked: { most: 0.15 }, digits: 3 },
    ask: (bench) =>
      bench.eachWorld({ lengthBias: 1.2 }, (world) => {
        const words = world.posts.map((post) => post.words);
        return Math.abs(bench.agents.measure.spearman(bench.substances(world), words));
      }),
  },
];

const PRIOR = 0.4;

function plainShare(draw: () => number): number {
  const sums = noSums();
  let worthy = 0;
  let only = 0;
  for (let i = 0; i < 40; i++) {
    const worth = draw() < 0.5 ? 1 : 0;
    if (worth) worthy += 1;
    else only += 0.5;
    add(sums, { worth, weight: 1, x: 0 });
  }
  const votes = worthy + Math.min(only, worthy + 3);
  const plain = (worthy + 3 * PRIOR) / (votes + 3);
  const { bridging, share } = worthOf(sums, PRIOR);
  const differences = [bridging - plain, share - plain, counted(sums).votes - votes];
  return Math.max(...differences.map(Math.abs));
}

interface Cast {
  worth: 0 | 1;
  weight: number;
  x: number;
}

function recount(draw: () => number): number {
  const sums = noSums();
  const cast = new Map<number, Cast>();
  for (let i = 0; i < 5_000; i++) {
    const person = Math.floor(draw() * 200);
    const before = cast.get(person);
    if (before) add(sums, before, -1);
    cast.delete(person);
    if (draw() > 0.7) continue;
    const vote: Cast = { worth: draw() < 0.5 ? 1 : 0, weight: draw(), x: 2 * draw() - 1 };
    add(sums, vote);
    cast.set(person, vote);
  }
  const again = noSums();
  for (const vote of cast.values()) add(again, vote);
  const names = Object.keys(sums) as (keyof Sums)[];
  return Math.max(...names.map((name) => Math.abs(sums[name] - again[name])));
}

function add(sums: Sums, { worth, weight, x }: Cast, sign = 1) {
  const { left, right } = shareOf({ worth }, weight, x);
  const kind = worth ? "worth" : "only";
  sums[`${kind}Left`] += sign * left;
  sums[`${kind}Right`] += sign * right;
}
