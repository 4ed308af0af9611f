/** Who is held to a slower pace (mechanism, M12): whoever insults, and nobody for being disagreed with. */
import { LAST_POSTS, needsPace } from "../../pace/personal-pace.ts";
import { type Bench, USUAL_REVIEW } from "../bench.ts";
import type { Question } from "../question.ts";

const WRITERS = 100;
const THREADS = 40;
/** Readers of the other camp who disagree with each post, and how many of them flag it all the same. */
const OPPONENTS = 30;
const FLAGGING = 0.3;

interface Written {
  threadId: number;
  isInsult: boolean;
  /** Whoever flagged it. */
  flaggerIds: number[];
}

/** The last posts of one writer, in threads drawn at random, each flagged by some of those who disagree. */
function write(draw: () => number, insults: number): Written[] {
  return Array.from({ length: LAST_POSTS }, () => ({
    threadId: Math.floor(draw() * THREADS),
    isInsult: draw() < insults,
    flaggerIds: Array.from({ length: OPPONENTS }, (_, id) => id).filter(() => draw() < FLAGGING),
  }));
}

/** How many of a hundred writers are slowed, whose posts insult so often, by reviewers who are right so often. */
function slowed(draw: () => number, insults: number, right: number): number {
  const isUpheld = ({ isInsult }: Written) => draw() < right === isInsult;
  return Array.from({ length: WRITERS }, () => write(draw, insults)).filter((posts) =>
    needsPace(posts.filter(isUpheld)),
  ).length;
}

const question = (
  name: string,
  asked: Question["asked"],
  { insults, right }: { insults: number; right: number },
): Question => ({
  ...{ name, digits: 1 },
  ...(asked ? { asked } : {}),
  ask: (bench: Bench) =>
    bench.each((seed) => slowed(bench.agents.worlds.randomFrom(seed), insults, right)),
});

export const ofPace: Question[] = [
  question("M12 of 100 disagreeable, clean writers slowed", { most: 0 }, { insults: 0, right: 1 }),
  question(
    "M12 of 100 writers who insult every other time slowed",
    { least: 99 },
    { insults: 0.5, right: 1 },
  ),
];

export const toldOfPace: Question[] = [
  question(
    "M12 of 100 clean writers slowed, every post flagged, reviewer wrong 1 in 20",
    undefined,
    {
      ...{ insults: 0, right: USUAL_REVIEW },
    },
  ),
];
