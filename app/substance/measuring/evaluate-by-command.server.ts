/** `npm run evaluate`: how well the scorer does, from the folder of data. */
import { existsSync } from "node:fs";
import type { Scorer } from "../scores.ts";
import { evaluateInsults } from "./evaluate-insults.server.ts";
import { evaluateWorth } from "./evaluate-worth.server.ts";

/** Tells every table; answers the exit code, 2 if there is no data. */
export function evaluateByCommand(
  scorer: Scorer,
  environment: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): number {
  const data = environment.STEELMAN_DATA || "../shared/data";
  if (!existsSync(data)) {
    process.stderr.write(`There is no folder ${data}: STEELMAN_DATA names the folder of data.\n`);
    return 2;
  }
  evaluateInsults(data, scorer, tell);
  evaluateWorth(data, scorer, tell);
  return 0;
}
