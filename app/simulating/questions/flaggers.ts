/** What those can do who flag against the other camp (mechanism, M7), and who stops it (M14). */
import { breakerTrips } from "../../ranking/breaker.ts";
import { accuracyOf, isHiddenBeforeReview } from "../../ranking/insult.ts";
import { falls, type Look, strong, USUAL_REVIEW } from "../bench.ts";
import type { Asked, Question } from "../question.ts";

const flaggers = (
  words: string,
  [size, moles]: readonly [number, number],
  asked?: Asked,
  look: Look = {},
): Question => ({
  name: `M7 ${words}: a top post falls`,
  asked,
  ask: (bench) =>
    falls(
      bench.moves(
        (...who) => bench.agents.attacks.opposingFlaggers(...who, size, moles),
        strong,
        look,
      ),
    ),
});

const sizes: [number, number][] = [
  [5, 5],
  [10, 6],
  [30, 8],
];
const RIGHT = 1;

const after20: [number, Asked][] = [
  [0.9, { least: 1.5 }],
  [0.5, { least: 0.8 }],
  [0.1, { most: 0.6 }],
];

export const ofFlaggers: Question[] = [
  ...sizes.map(([size, most]) =>
    flaggers(`${size} opposing flaggers before review`, [size, 0], { most }),
  ),
  ...sizes.map(([size, most]) =>
    flaggers(
      `${size} opposing flaggers before review, scorer`,
      [size, 0],
      { most },
      { scorer: true },
    ),
  ),
  {
    name: "M7 hidden before review by 30 of the other camp (cases)",
    ...{ asked: { most: 0 }, digits: 0 },
    ask: () => [
      Number(isHiddenBeforeReview({ own: 0, others: 30, z: null, decided: null, flaggers: 30 })),
    ],
  },
  ...sizes.map(([size]) =>
    flaggers(
      `${size} opposing flaggers, rightly reviewed`,
      [size, 0],
      { most: 4 },
      { review: RIGHT },
    ),
  ),
  flaggers("5 flaggers, 1 posing as the author's camp, before review", [5, 1], { most: 35 }),
  flaggers("5 flaggers, 2 posing as the author's camp, before review", [5, 2], { most: 60 }),
  ...after20.map(
    ([right, asked]): Question => ({
      name: `M7 weight after 20 decisions, right ${100 * right} in 100`,
      ...{ asked, digits: 2 },
      ask: (bench) =>
        bench.each((seed) => {
          const draw = bench.agents.worlds.randomFrom(seed);
          const upheld = Array.from({ length: 20 }, draw).filter((drawn) => drawn < right);
          return accuracyOf(upheld.length, 20);
        }),
    }),
  ),
  {
    name: "M14 decisions until a reviewer who is wrong one time in three trips the breaker",
    ...{ asked: { most: 50 }, digits: 0 },
    ask: (bench) => bench.each((seed) => trippedAfter(bench.agents.worlds.randomFrom(seed))),
  },
];

/** A reviewer whom nobody stops is stopped here. */
const PATIENCE = 200;

function trippedAfter(draw: () => number): number {
  const reversed: boolean[] = [];
  while (!breakerTrips(reversed) && reversed.length < PATIENCE) reversed.push(draw() < 1 / 3);
  return reversed.length;
}

export const toldOfFlaggers: Question[] = [
  flaggers("5 opposing flaggers, reviewer wrong 1 in 20", [5, 0], undefined, {
    review: USUAL_REVIEW,
  }),
];
