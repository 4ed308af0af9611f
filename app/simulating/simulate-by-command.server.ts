/** `npm run simulate`: what the mechanism's formulas were asked and what they did, among modelled readers and attackers. */
import { Bench } from "./bench.ts";
import { loadAgents } from "./load-agents.server.ts";
import { type Answer, answer } from "./question.ts";
import { asked, told } from "./questions.ts";
import { readWish, usage } from "./read-wish.ts";
import { heading, lineOf, summaryOf } from "./table.ts";

/** Tells each answer as it is found; `complain` is told what is wrong with the call. Answers the exit code: 1 if a bound does not hold, 2 if nothing could be asked. */
export async function simulateByCommand(
  given: readonly string[],
  environment: NodeJS.ProcessEnv,
  milliseconds: () => number,
  { tell, complain }: Record<"tell" | "complain", (line: string) => void>,
): Promise<number> {
  const wish = readWish(given);
  if (!wish) {
    complain(usage);
    return 2;
  }
  const folder = environment.SIM_DIR || "../shared/sim";
  const agents = await loadAgents(folder);
  if (!agents) {
    complain(`There are no readers in ${folder}: SIM_DIR names the folder of the simulation.`);
    return 2;
  }
  const { seeds, isQuick, isJson } = wish;
  const bench = new Bench(agents, seeds, milliseconds);
  const questions = isQuick ? asked.filter(({ isLong }) => !isLong) : [...asked, ...told];
  const tellRow = isJson ? () => {} : tell;
  const answers: Answer[] = [];
  tellRow(heading);
  for (const question of questions) {
    const found = answer(question, bench);
    answers.push(found);
    tellRow(lineOf(found));
  }
  if (isJson) tell(JSON.stringify({ seeds, answers }, null, 2));
  tellRow(summaryOf(answers, seeds));
  return answers.some(({ holds }) => holds === false) ? 1 : 0;
}
