/** Which part of a sentence made it an insult, and what to say of it. */
import { bitOf } from "./lexicon/classes.ts";
import type { Passage } from "./scores.ts";
import type { Token } from "./tokens.ts";

/** Clauses with less than this share of what speaks for an insult are left out at both ends. */
const LEAST_SHARE = 0.2;
const BORDERS = new Set([",", ";", ":", "—", "–", "--", "(", ")", "...", "…"]);

/** The passage of a sentence: the clauses that hold the evidence, from the first to the last. */
export function passageOf(
  sentence: readonly Token[],
  quoted: Uint8Array,
  parts: Float64Array,
  weight: number,
): Passage {
  const clauses = clausesOf(sentence);
  const sums = clauses.map(([from, to]) => {
    let sum = 0;
    for (let at = from; at < to; at++) sum += Math.max(0, parts[at]!);
    return sum;
  });
  const whole = sums.reduce((sum, part) => sum + part, 0);
  const isHeavy = (sum: number) => sum >= LEAST_SHARE * whole;
  const first = Math.max(0, sums.findIndex(isHeavy));
  const last = Math.max(first, sums.findLastIndex(isHeavy));
  const from = clauses[first]![0];
  const to = clauses[last]![1];
  const words = sentence.slice(from, to);
  return {
    start: words[0]!.start,
    end: words.at(-1)!.end,
    kind: "insult",
    reason: reasonOf(words, quoted.subarray(from, to)),
    weight,
  };
}

/** From and to of each clause, as tokens; the sign at its border belongs to the clause before. */
function clausesOf(sentence: readonly Token[]): [number, number][] {
  const clauses: [number, number][] = [];
  let from = 0;
  for (let at = 0; at < sentence.length; at++) {
    const { word } = sentence[at]!;
    const isBorder = word.kind === "sign" && BORDERS.has(word.text);
    if (!isBorder && at < sentence.length - 1) continue;
    // A clause of two words is part of what follows: "No offence, but …".
    if (at + 1 - from > 3 || at === sentence.length - 1) {
      clauses.push([from, at + 1]);
      from = at + 1;
    }
  }
  return clauses;
}

const BEASTS = new Set(
  "animal animals pig pigs swine rat rats sheep sheeple lemming lemmings maggot maggots vermin cockroach cockroaches roach roaches insect insects reptile reptiles ape apes monkey monkeys slug slugs worm worms parasite parasites leech leeches cattle livestock plague pest pests cancer subhuman subhumans filth savages savage vulture vultures snake snakes cur hyena hyenas".split(
    " ",
  ),
);
const MOTIVES = new Set(
  "shill shills paid paycheck payroll bribed bought sponsored stock stocks bootlicker bootlickers lapdog stooge stooges puppet puppets lackey lackeys sellout sellouts mouthpiece traitor traitors agent propaganda".split(
    " ",
  ),
);
const MOCKERY = bitOf("mock") | bitOf("body");

/** The name of the signal that says best what was seen. */
function reasonOf(words: readonly Token[], quoted: Uint8Array): string {
  let classes = 0;
  let beast = false;
  let motive = false;
  for (const [at, { word }] of words.entries()) {
    if (quoted[at]) continue;
    classes |= word.classes;
    beast ||= BEASTS.has(word.text);
    motive ||= MOTIVES.has(word.text);
  }
  const has = (name: string) => (classes & bitOf(name)) !== 0;
  if (has("identity")) return "group";
  if (beast) return "dehumanises";
  if (motive) return "motive";
  if (has("insult")) return "name";
  if (has("demeaning")) return "demeans";
  if (has("curse") && has("you")) return "curse";
  if (has("harm")) return "threat";
  if ((classes & MOCKERY) !== 0) return "belittles";
  return "person";
}
