/** The scorer that the forum uses, with what it learnt. */
import { readFileSync } from "node:fs";
import { scoreBy } from "./score.ts";
import type { Scorer } from "./scores.ts";
import type { Tone } from "./tone.ts";
import { readWeights } from "./weights.ts";
import { readWorth } from "./worth/weights.ts";

const WEIGHTS = "app/substance/weights";

let loaded: Scorer | undefined;

/** The scorer; its weights are read once, at the first call. Another of the same promise can be put here. */
export function scorer(): Scorer | undefined {
  loaded ??= scoreBy(
    readWeights(readFileSync(`${WEIGHTS}/insult.bin`)),
    JSON.parse(readFileSync(`${WEIGHTS}/tone.json`, "utf8")) as Tone,
    readWorth(readFileSync(`${WEIGHTS}/worth.bin`)),
  );
  return loaded;
}
