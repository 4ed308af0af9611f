/** Finds the phrases of the signals in a row of words. */
import { signals } from "./signals.ts";

interface Phrase {
  readonly rest: readonly string[];
  readonly signal: number;
}

const byFirst = new Map<string, Phrase[]>();
for (const [index, { phrases }] of signals.entries())
  for (const phrase of phrases.split("|")) {
    const [first = "", ...rest] = phrase.trim().split(/\s+/);
    const list = byFirst.get(first) ?? [];
    if (!list.some((known) => known.signal === index && known.rest.join(" ") === rest.join(" ")))
      list.push({ rest, signal: index });
    byFirst.set(first, list);
  }

/** Whether a phrase of a signal begins with the word. */
export const beginsPhrase = (word: string) => byFirst.has(word);

/** Adds one to the count of each signal for each of its phrases that begins at `index`. */
export function countPhrases(words: readonly string[], index: number, counts: Uint16Array): void {
  const phrases = byFirst.get(words[index]!);
  if (!phrases) return;
  for (const { rest, signal } of phrases) {
    let step = 0;
    while (step < rest.length && rest[step] === words[index + 1 + step]) step++;
    if (step === rest.length) counts[signal]!++;
  }
}

/** Words that hold sentences together and name nothing. */
export const functionWords: ReadonlySet<string> = new Set(
  `the a an and or but if of to in on at by for with from as is are was were be been being am do does did have has
  had it its it's this that these those i me my we us our you your he him his she her they them their not no so than
  then there here when where which who whom whose what why how can could will would should may might must just very
  really too also all any some more most such only own same into out up down over under about again one`.split(
    /\s+/,
  ),
);
