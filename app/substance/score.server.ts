import type { Scorer } from "./scores.ts";
import { score } from "./score.ts";

/** The scorer that the forum uses; undefined where there is none. */
export const scorer = (): Scorer | undefined => score;
