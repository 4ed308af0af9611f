/** Each word of the lists with its classes. */
import { insults } from "./insults.ts";
import { people } from "./people.ts";
import { things } from "./things.ts";

const lists = { ...insults, ...people, ...things };

/** The names of the classes; the earlier one decides where a word has several. */
export const CLASSES: readonly string[] = [
  "insult",
  "demeaning",
  "curse",
  "you",
  "self",
  "not",
  "he",
  "they",
  "who",
  "identity",
  "person",
  "role",
  "group",
  "report",
  "harm",
  "body",
  "work",
  "idea",
  "thing",
  "bad",
  "mock",
  "good",
  "very",
  "be",
  "polite",
];

/** The bit of a class in what `classesOf` answers. */
export const bitOf = (name: string): number => 1 << CLASSES.indexOf(name);

const known = new Map<string, number>();
for (const [name, words] of Object.entries(lists)) {
  for (const word of words.split(" ")) {
    known.set(word, (known.get(word) ?? 0) | bitOf(name));
    // A hyphen parts words for the reader of tokens, so each list names words without one as well.
    if (word.includes("-")) {
      const joined = word.replaceAll("-", "");
      known.set(joined, (known.get(joined) ?? 0) | bitOf(name));
    }
  }
}

/** The classes of a normal word as bits; 0 for a word that no list has. */
export const classesOf = (word: string): number => known.get(word) ?? 0;

const strongBits = bitOf("insult") | bitOf("demeaning") | bitOf("curse");

/** Words worth disguising: from four letters on, or three for the worst. */
export const isStrong = (word: string): boolean => ((known.get(word) ?? 0) & strongBits) !== 0;

/** The strong words of a length and first letter, for those written with asterisks. */
const byShape = new Map<string, string[]>();
for (const [word, bits] of known) {
  if (word.length < 3 || (bits & strongBits) === 0) continue;
  const shape = `${word[0]}${word.length}`;
  byShape.set(shape, [...(byShape.get(shape) ?? []), word]);
}

export const strongOfShape = (first: string, length: number): readonly string[] =>
  byShape.get(`${first}${length}`) ?? [];
