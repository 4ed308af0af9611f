/** Answers as lines of a table. */
import type { Answer } from "./question.ts";

const NAME = 86;
const NUMBER = 9;
const ASKED = 17;
/** More digits behind the point are counted, not read. */
const READABLE = 6;

const line = (name: string, found: string, asked: string, holds: string, range: string) =>
  [name.padEnd(NAME), found.padStart(NUMBER), "", asked.padEnd(ASKED), holds.padEnd(5), range]
    .join(" ")
    .trimEnd();

export const heading = line("mechanism", "found", "asked", "", "over the seeds");

/** One answer: what was found on average, what was asked, whether it holds, and how far the values lie apart. */
export function lineOf({ name, asked, found, lowest, highest, digits, holds }: Answer): string {
  const number = (value: number) =>
    digits > READABLE ? value.toExponential(0) : value.toFixed(digits);
  const range = lowest === highest ? "" : `${number(lowest)} to ${number(highest)}`;
  const held = holds === null ? "told" : holds ? "holds" : "FAILS";
  return line(name, number(found), asked ? wordsOf(asked) : "", held, range);
}

const wordsOf = ({ least, most, above }: NonNullable<Answer["asked"]>) =>
  [
    least === undefined ? [] : `at least ${least}`,
    above === undefined ? [] : `above ${above}`,
    most === undefined ? [] : `at most ${most}`,
  ]
    .flat()
    .join(", ");

/** How many bounds hold. */
export function summaryOf(answers: readonly Answer[], seeds: readonly number[]): string {
  const count = (holds: boolean | null) => answers.filter((one) => one.holds === holds).length;
  return `${count(true)} hold, ${count(false)} fail, ${count(null)} only told; seeds ${seeds.join(",")}.`;
}
