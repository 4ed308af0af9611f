/** Does the order find what posts are truly worth? (mechanism, M4) */
import type { WorldWish } from "../agents.ts";
import { type Bench, type Look, USUAL_REVIEW } from "../bench.ts";
import type { Asked, Question } from "../question.ts";

type Wish = Omit<WorldWish, "seed">;

const LEAKS = [0.5, 1, 2];
const reviewed: Look = { review: USUAL_REVIEW };
const scored: Look = { scorer: true };
const both: Look = { ...reviewed, ...scored };

/** By how much our rank correlation with the truth is above another order's. */
const gain = (bench: Bench, wish: Wish, look: Look, over: "wilson" | "plainMean" = "wilson") =>
  bench.eachWorld(
    wish,
    (world) =>
      bench.truthOf(bench.substances(world, look), world) -
      bench.truthOf(bench.agents.baselines[over](world), world),
  );

/** The more agreement leaks into worth, the more is to be gained. */
const byLeak = (words: string, look: Look, bounds: readonly Asked[], wish: Wish = {}) =>
  LEAKS.map(
    (leak, i): Question => ({
      name: `M4 gain over Wilson, ${words}, leak ${leak}`,
      ...{ asked: bounds[i], digits: 3 },
      ask: (bench) => gain(bench, { ...wish, leak }, look),
    }),
  );

const atLeast = (...bounds: number[]) => bounds.map((least) => ({ least }));
const SCORED = atLeast(0.06, 0.07, 0.08);

export const ofTruth: Question[] = [
  ...byLeak("flags open, no scorer", {}, [{ above: 0 }, { above: 0 }, { above: 0 }]),
  ...byLeak("after review, no scorer", reviewed, atLeast(0.03, 0.04, 0.05)),
  ...byLeak("scorer, before review", scored, SCORED),
  ...byLeak("scorer, after review", both, SCORED),
  {
    name: "M4 gain over Wilson, 33 voters a post, no scorer",
    ...{ asked: { least: 0.05 }, digits: 3 },
    ask: (bench) => gain(bench, { reach: 0.2 }, {}),
  },
];

const looks: [string, Look][] = [
  ["flags open, no scorer", {}],
  ["after review", reviewed],
  ["scorer", scored],
  ["scorer, after review", both],
];

const orders = [
  ["votes minus flags", "votesMinusFlags"],
  ["Wilson", "wilson"],
  ["plain mean", "plainMean"],
  ["factor model", "factorModel"],
] as const;

const sizes = [
  { people: 20, posts: 30, reach: 0.4 },
  { people: 40, posts: 60, reach: 0.25 },
  { people: 1000, posts: 600, reach: 0.03 },
];

/** What resistance costs, or brings. */
const overPlainMean = (where: string, wish: Wish) =>
  looks.slice(0, 2).map(
    ([words, look]): Question => ({
      name: `M4 gain over the plain mean${where}, ${words}`,
      digits: 3,
      ask: (bench) => gain(bench, wish, look, "plainMean"),
    }),
  );

export const toldOfTruth: Question[] = [
  ...orders.map(
    ([words, name]): Question => ({
      name: `M4 correlation with the truth by ${words}`,
      digits: 3,
      ask: (bench) =>
        bench.eachWorld({}, (world) => bench.truthOf(bench.agents.baselines[name](world), world)),
    }),
  ),
  ...looks.map(
    ([words, look]): Question => ({
      name: `M4 correlation with the truth by ours, ${words}`,
      digits: 3,
      ask: (bench) =>
        bench.eachWorld({}, (world) => bench.truthOf(bench.substances(world, look), world)),
    }),
  ),
  ...looks.map(
    ([words, look]): Question => ({
      name: `M4 insults in the top 15 in 100, ${words}`,
      ask: (bench) =>
        bench.eachWorld({}, (world) => {
          const isInsult = (place: number) => world.posts[place]!.insult;
          return 100 * bench.agents.measure.shareAtTop(bench.substances(world, look), isInsult);
        }),
    }),
  ),
  ...overPlainMean("", {}),
  ...overPlainMean(", no camps", { camps: 0 }),
  ...looks
    .slice(0, 3)
    .flatMap(([words, look]) => byLeak(`equal reach, ${words}`, look, [], { uneven: 0 })),
  {
    name: "M4 gain over Wilson, agreement from 3 in 10, after review",
    digits: 3,
    ask: (bench) => gain(bench, { agreeing: 0.3 }, reviewed),
  },
  ...sizes.map(
    (wish): Question => ({
      name: `M4 gain over Wilson, ${wish.people} people, after review`,
      ...{ digits: 3, isLong: true },
      ask: (bench) => gain(bench, wish, reviewed),
    }),
  ),
];
