/** The phrases of the signals by the word with which they begin. */
import { signals } from "./signals.ts";

export interface Phrase {
  /** The words that must follow the first. */
  readonly rest: readonly string[];
  /** The place of its signal. */
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

/** The phrases that begin with a word; undefined where none does. */
export const phrasesFrom = (word: string): readonly Phrase[] | undefined => byFirst.get(word);

/** Words that hold sentences together and name nothing. */
export const functionWords: ReadonlySet<string> = new Set(
  `the a an and or but if of to in on at by for with from as is are was were be been being am do does did have has
  had it its it's this that these those i me my we us our you your he him his she her they them their not no so than
  then there here when where which who whom whose what why how can could will would should may might must just very
  really too also all any some more most such only own same into out up down over under about again one`.split(
    /\s+/,
  ),
);
