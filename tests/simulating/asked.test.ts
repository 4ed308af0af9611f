/** The bounds of the mechanism that are quickly asked, over few seeds; `npm run simulate` asks all over ten. */
import { expect, test } from "vitest";
import { Bench } from "#app/simulating/bench.ts";
import { loadAgents } from "#app/simulating/load-agents.server.ts";
import { answer } from "#app/simulating/question.ts";
import { asked } from "#app/simulating/questions.ts";
import { lineOf } from "#app/simulating/table.ts";

const folder = process.env.SIM_DIR ?? "../shared/sim";
const agents = await loadAgents(folder);
const skipped = agents ? "" : ` (skipped: SIM_DIR has no ${folder})`;
const bench = agents && new Bench(agents, [1, 2], () => 0);

test.skipIf(!bench).each(asked.filter(({ isLong }) => !isLong))(`$name${skipped}`, (question) => {
  const found = answer(question, bench!);
  expect(found.holds, lineOf(found)).toBe(true);
});
