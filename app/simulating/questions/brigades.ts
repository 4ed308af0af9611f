/** What crowds can do with votes (mechanism, M3, M4 and M13). */
import type { Attacks, World } from "../agents.ts";
import { type Bench, falls, good, strong, weak } from "../bench.ts";
import type { Question } from "../question.ts";

const NEWCOMERS = [30, 300];

const ofNewcomers = NEWCOMERS.flatMap((size): Question[] => [
  {
    name: `M3 ${size} newcomers lift a weak post`,
    asked: { most: 1 },
    ask: (bench) => bench.moves((...who) => bench.agents.attacks.newcomersUp(...who, size), weak),
  },
  {
    name: `M3 ${size} newcomers flag and disagree: a top post falls`,
    asked: { most: 1 },
    ask: (bench) =>
      falls(bench.moves((...who) => bench.agents.attacks.newcomersFlag(...who, size), strong)),
  },
]);

/** Thirty were let in at level 1 by the founding weeks; then newcomers come. */
const FOUNDERS = 30;
const afterFounding: Question[] = NEWCOMERS.map((size) => ({
  name: `M13 after founding weeks, ${size} newcomers lift a weak post`,
  asked: { most: 1 },
  ask: (bench) =>
    bench.foundedMoves(FOUNDERS, (...who) => bench.agents.attacks.newcomersUp(...who, size), weak),
}));

type Crowd = "disagreeOnly" | "agreeOnly" | "falseFriends" | "campUp" | "stagedBrigade";
const crowds: [string, Crowd, typeof strong, number | undefined][] = [
  ["30 of the other camp only disagree: a top post falls", "disagreeOnly", strong, 20],
  ["30 friends only agree: a top post falls", "agreeOnly", strong, 30],
  ["30 false friends only disagree: a top post falls", "falseFriends", strong, 30],
  ["30 of one camp lift a weak post", "campUp", weak, 32],
];

const withScorer = [
  { words: "", look: {} },
  { words: ", scorer", look: { scorer: true } },
];

const crowd = (
  [name, attack, choose, most]: (typeof crowds)[number],
  { words, look }: (typeof withScorer)[number],
  size?: number,
): Question => ({
  name: `M4 ${name}${words}`,
  asked: most === undefined ? undefined : { most },
  ask: (bench) => {
    const moves = bench.moves((...who) => bench.agents.attacks[attack](...who, size), choose, look);
    return choose === weak ? moves : falls(moves);
  },
});

export const ofBrigades: Question[] = [
  ...ofNewcomers,
  ...afterFounding,
  ...withScorer.flatMap((scorer) => crowds.map((one) => crowd(one, scorer))),
];

const orders = [
  ["votes minus flags", "votesMinusFlags"],
  ["Wilson", "wilson"],
  ["the plain mean", "plainMean"],
  ["the factor model", "factorModel"],
] as const;

const deeds: [string, keyof Attacks, typeof strong][] = [
  ["300 newcomers lift", "newcomersUp", weak],
  ["30 of one camp lift", "campUp", weak],
  ["20 staged as both camps lift", "stagedBrigade", weak],
  ["30 only disagree: falls", "disagreeOnly", strong],
  ["5 opposing flaggers: falls", "opposingFlaggers", strong],
];

const byOther = (bench: Bench, order: (world: World) => number[], deed: (typeof deeds)[number]) => {
  const [, name, choose] = deed;
  const attack = bench.agents.attacks[name] as Attacks["campUp"];
  const moves = bench.movesBy(order, (...who) => attack(...who), choose);
  return choose === weak ? moves : falls(moves);
};

export const toldOfBrigades: Question[] = [
  ...withScorer.map((scorer) =>
    crowd(["20 staged as both camps lift a weak post", "stagedBrigade", weak, undefined], scorer),
  ),
  crowd(["10 of one camp lift a weak post", "campUp", weak, undefined], withScorer[0]!, 10),
  crowd(
    ["10 friends only agree: a top post falls", "agreeOnly", strong, undefined],
    withScorer[0]!,
    10,
  ),
  {
    name: "M4 30 only agree where positions are off: a top post falls",
    ask: (bench) =>
      falls(
        bench.moves((...who) => bench.agents.attacks.agreeOnly(...who), good, {
          wish: { camps: 0 },
        }),
      ),
  },
  ...deeds.flatMap((deed) =>
    orders.map(
      ([words, name]): Question => ({
        name: `M4 ${deed[0]}, by ${words}`,
        ask: (bench) => byOther(bench, bench.agents.baselines[name], deed),
      }),
    ),
  ),
];
