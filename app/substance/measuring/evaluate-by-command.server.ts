/** `npm run evaluate`: how well the scorer does, from the folder of data. */
import { existsSync } from "node:fs";
import type { Measured } from "../../nudges/measured.ts";
import type { Scorer } from "../scores.ts";
import { evaluateInsults } from "./evaluate-insults.server.ts";
import { evaluateWorth } from "./evaluate-worth.server.ts";

/** Tells every table, or with `--json` what `app/substance/measured.json` holds for the page about the scorer; `now` in epoch seconds. Answers the exit code, 2 if there is no data. */
export function evaluateByCommand(
  scorer: Scorer,
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
  now: number,
  tell: (line: string) => void,
): number {
  const data = environment.STEELMAN_DATA || "../shared/data";
  if (!existsSync(data)) {
    process.stderr.write(`There is no folder ${data}: STEELMAN_DATA names the folder of data.\n`);
    return 2;
  }
  const isJson = given.includes("--json");
  const tellTable = isJson ? () => {} : tell;
  const { goals, tables } = evaluateInsults(data, scorer, tellTable);
  goals.push(...evaluateWorth(data, scorer, tellTable));
  const at = new Date(now * 1000).toISOString().slice(0, 10);
  const measured: Measured = { at, goals, tables };
  if (isJson) tell(JSON.stringify(measured, null, 2));
  return 0;
}
