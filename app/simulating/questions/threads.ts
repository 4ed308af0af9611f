/** Do readers find the best replies (mechanism, M5), and debates before quarrels (M6)? */
import { replyScore } from "../../ranking/reply-score.ts";
import {
  BACK_DEPTH,
  BACK_VOTERS,
  LATELY,
  type ThreadParts,
  threadKey,
} from "../../ranking/thread-key.ts";
import type { Reply } from "../agents.ts";
import type { Bench } from "../bench.ts";
import type { Question } from "../question.ts";

/** Where nobody has a side, Q is the plain share. */
const share = ({ worth, agreeOnly }: Reply) => (worth + 1.5) / (worth + 0.5 * agreeOnly + 3);

const best = (reply: Reply, now: number, threadVotes: number) =>
  replyScore({
    ...{ substance: share(reply), voters: reply.voters, threadVotes },
    hours: now - reply.at,
  });

const THREADS = 20;

/** The means over the threads of each seed; ours looks ahead while it is read, and ends by substance. */
function read(bench: Bench, of: "found" | "late" | "unread", wish: { voting?: number } = {}) {
  const { byScore, readThread } = bench.agents.reading;
  const orders = { order: byScore(best), finalOrder: byScore(share) };
  return bench.each((seed) => {
    const runs = Array.from({ length: THREADS }, (_, i) =>
      readThread({ seed: seed * 100 + i, ...orders, ...wish }),
    );
    return bench.agents.measure.mean(runs.flatMap((run) => run[of] ?? []));
  });
}

export const ofThreads: Question[] = [
  {
    name: "M5 40 replies, 400 readers: best five in the top eight",
    ...{ asked: { least: 0.7 }, digits: 3 },
    ask: (bench) => read(bench, "found"),
  },
  {
    name: "M6 a debate of twelve over a quarrel of two after 1 h (difference of keys)",
    ...{ asked: { least: 0.5 }, digits: 2 },
    ask: () => [keyOf(debate) - keyOf(quarrel)],
  },
];

const orders: [string, (bench: Bench) => (reply: Reply) => number][] = [
  ["votes", () => (reply) => reply.worth],
  [
    "Wilson",
    (bench) => (reply) =>
      bench.agents.baselines.wilsonBound(reply.worth, reply.worth + reply.agreeOnly),
  ],
  ["the plain share", () => share],
  ["oldest first", () => (reply) => -reply.at],
];

const few = { voting: 0.4 };
export const toldOfThreads: Question[] = [
  { name: "M5 late ones of the best found", digits: 3, ask: (bench) => read(bench, "late") },
  { name: "M5 replies with under three voters", digits: 3, ask: (bench) => read(bench, "unread") },
  {
    name: "M5 best five where only 4 readers in 10 press anything",
    digits: 3,
    ask: (bench) => read(bench, "found", few),
  },
  ...orders.map(
    ([words, scoreBy]): Question => ({
      name: `M5 best five in the top eight, by ${words}`,
      digits: 3,
      ask: (bench) => {
        const { byScore, readThread } = bench.agents.reading;
        const order = byScore(scoreBy(bench));
        return bench.each((seed) =>
          bench.agents.measure.mean(
            Array.from(
              { length: THREADS },
              (_, i) => readThread({ seed: seed * 100 + i, order }).found,
            ),
          ),
        );
      },
    }),
  ),
];

interface Said {
  author: number;
  substance: number;
  insult: number;
  at: number;
  voters: number;
  depth: number;
}

const AT = 1_790_000_000;
const PRIOR = 0.4;

const quarrel = Array.from(
  { length: 200 },
  (_, i): Said => ({
    ...{ author: i % 2, substance: 0.35, insult: i % 5 === 0 ? 1 : 0 },
    ...{ at: AT + 18 * i, voters: 3, depth: 4 },
  }),
);

const debate = Array.from(
  { length: 12 },
  (_, i): Said => ({
    ...{ author: i, substance: 0.6, insult: 0 },
    ...{ at: AT + 300 * i, voters: 6, depth: 1 },
  }),
);

/** The key of a thread whose opening post is as good as most. */
function keyOf(replies: readonly Said[]): number {
  const gains = new Map<number, number>();
  for (const { author, substance } of replies)
    gains.set(author, (gains.get(author) ?? 0) + Math.max(0, substance - PRIOR));
  const back = replies.filter(
    ({ substance, voters, depth }) =>
      substance >= PRIOR && voters >= BACK_VOTERS && depth < BACK_DEPTH,
  );
  const parts: ThreadParts = {
    ...{ opening: 0.5, gains: [...gains.values()], lately: replies.slice(-LATELY) },
    at: Math.max(AT, ...back.map(({ at }) => at)),
  };
  return threadKey(parts);
}
