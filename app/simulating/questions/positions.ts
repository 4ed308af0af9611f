/** Are positions found where there are camps, and only there? (mechanism, M4) */
import type { AgreementVote } from "../../ranking/positions/agreements.ts";
import { fitPositions } from "../../ranking/positions/fit-positions.ts";
import { type Ranks, rankRows } from "../../ranking/rank-rows.ts";
import type { Bench } from "../bench.ts";
import type { Question } from "../question.ts";

const isUsed = (bench: Bench, camps: number) =>
  bench.eachWorld({ camps }, (world) => Number(bench.ranks(world, { scorer: true }).isUsed));

const positionsOf = ({ people }: Ranks) => new Map(people.map(({ person, x }) => [person, x]));

export const ofPositions: Question[] = [
  {
    name: "M4 positions used, two camps (share of worlds)",
    ...{ asked: { least: 0.9 }, digits: 2 },
    ask: (bench) => isUsed(bench, 1),
  },
  {
    name: "M4 positions used, no camps (share of worlds)",
    ...{ asked: { most: 0 }, digits: 2 },
    ask: (bench) => isUsed(bench, 0),
  },
  {
    name: "M4 positions against the true leanings (correlation)",
    ...{ asked: { least: 0.7 }, digits: 3 },
    ask: (bench) =>
      bench.eachWorld({}, (world) => {
        const x = positionsOf(bench.ranks(world, { scorer: true }));
        return Math.abs(
          bench.agents.measure.spearman(
            world.people.map(({ id }) => x.get(id)!),
            world.people.map(({ leaning }) => leaning),
          ),
        );
      }),
  },
  {
    name: "M4 the same votes shuffled (correlation of positions)",
    ...{ asked: { least: 0.99 }, digits: 4 },
    ask: (bench) =>
      bench.each((seed) => {
        const rows = bench.agents.worlds.toRankRows(bench.world(seed));
        const draw = bench.agents.worlds.randomFrom(seed);
        const shuffled = positionsOf(rankRows(shuffle(rows, draw)));
        const { people } = rankRows(rows);
        return Math.abs(
          bench.agents.measure.correlation(
            people.map(({ x }) => x),
            people.map(({ person }) => shuffled.get(person)!),
          ),
        );
      }),
  },
];

const PEOPLE = 5_000;
const POSTS = 20_000;
const VOTES = 400_000;

export const ofFit: Question[] = [
  {
    name: "M4 first fit of 5,000 people, 20,000 posts, 400,000 votes (seconds of one core)",
    ...{ asked: { most: 3 }, digits: 2, isLong: true },
    ask: (bench) => {
      const votes = manyVotes(bench);
      return [secondsOf(bench, () => fitPositions(votes))];
    },
  },
  {
    name: "M4 nightly fit of the same (seconds of one core)",
    ...{ asked: { most: 3 }, digits: 2, isLong: true },
    ask: (bench) => {
      const votes = manyVotes(bench);
      const { raw } = fitPositions(votes);
      return [secondsOf(bench, () => fitPositions(votes, raw))];
    },
  },
];

function secondsOf({ milliseconds }: Bench, deed: () => unknown): number {
  const from = milliseconds();
  deed();
  return (milliseconds() - from) / 1000;
}

function manyVotes({ agents }: Bench): AgreementVote<number>[] {
  const draw = agents.worlds.randomFrom(1);
  const drawn = new Set<number>();
  while (drawn.size < VOTES) drawn.add(Math.floor(draw() * PEOPLE * POSTS));
  return [...drawn].map((pair) => {
    const person = Math.floor(pair / POSTS);
    const post = pair % POSTS;
    const pull = 2.4 * (person % 5 < 3 ? -1 : 1) * ((post % 200) / 100 - 1);
    const agree = draw() < 1 / (1 + Math.exp(-pull)) ? 1 : -1;
    return { person, post, agree, counts: true };
  });
}

const shuffle = <Item>(items: readonly Item[], draw: () => number): Item[] =>
  items
    .map((item) => ({ item, at: draw() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
