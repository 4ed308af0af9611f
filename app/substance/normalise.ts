/** One word as it is meant, whatever it is disguised as: look-alikes, marks, leet, stretching, asterisks. */
import { dropMarks, lookOf } from "../names/look-alikes.ts";
import { classesOf, isStrong, strongOfShape } from "./lexicon/classes.ts";

/** Longer words are nobody's: only this many letters are looked at. */
export const LONGEST_WORD = 40;

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "i",
  "+": "t",
};
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;

/** The small letters of a word; look-alikes of other scripts only where Latin letters stand beside them or a strong word comes out. */
export function plainOf(raw: string): string {
  const short = raw.length > LONGEST_WORD ? raw.slice(0, LONGEST_WORD) : raw;
  const small = short.toLowerCase().replaceAll("’", "'");
  if (/^[\0-\x7f]*$/.test(small)) return small;
  const bare = dropMarks(small.replace(HIDDEN, "")).toLowerCase();
  if (/^[\0-\x7f]*$/.test(bare)) return bare;
  const looks = [...bare].map((letter) => (letter <= "\x7f" ? letter : lookOf(letter))).join("");
  if (!/^[a-z0-9'*@$!|+.-]+$/.test(looks)) return bare;
  return /[a-z]/.test(bare) || undisguise(looks) !== undefined ? looks : bare;
}

/** The strong word that is meant by a disguised one, if there is one; never more than a few dozen look-ups. */
export function undisguise(word: string): string | undefined {
  if (word.length < 3 || word.length > 24) return undefined;
  if (isStrong(word)) return word;
  const letters = word.replace(/[0-9@$!|+]/g, (sign) => LEET[sign] ?? sign);
  if (letters !== word && isStrong(letters)) return letters;
  const iForL =
    letters === word
      ? undefined
      : word.replace(/[1!|]/g, "l").replace(/[0-9@$+]/g, (sign) => LEET[sign] ?? sign);
  if (iForL && isStrong(iForL)) return iForL;
  if (/[*#%_]/.test(letters)) return behindAsterisks(letters);
  return unstretch(letters, isStrong);
}

/** A word said with drawn-out letters, as it is usually written: two letters, else one, wherever three or more stand. */
export function unstretch(
  word: string,
  isKnown: (word: string) => boolean = (given) => classesOf(given) !== 0,
): string | undefined {
  if (!/(.)\1/.test(word)) return undefined;
  const two = word.replace(/(.)\1{2,}/g, "$1$1");
  if (isKnown(two)) return two;
  const longOnes = word.replace(/(.)\1{2,}/g, "$1");
  if (isKnown(longOnes)) return longOnes;
  const one = word.replace(/(.)\1+/g, "$1");
  return word !== two && isKnown(one) ? one : undefined;
}

function behindAsterisks(word: string): string | undefined {
  const hidden = word.replace(/[^*#%_]/g, "").length;
  const bare = word.replace(/[*#%_]/g, "");
  if (isStrong(bare) && bare.length >= 4) return bare;
  if (bare.length < 1 || hidden > bare.length * 3 || /^[*#%_]/.test(word)) return undefined;
  if (bare.length < 2 && word.length > 5) return undefined;
  const found = strongOfShape(word[0]!, word.length).find((strong) => fits(strong, word));
  if (found) return found;
  // A single asterisk may stand for two letters: f*k.
  return hidden === 1 && bare.length >= 2
    ? strongOfShape(word[0]!, word.length + 1).find((strong) => spans(strong, word))
    : undefined;
}

function fits(strong: string, word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!;
    if (letter !== strong[at] && !"*#%_".includes(letter)) return false;
  }
  return true;
}

function spans(strong: string, word: string): boolean {
  const at = word.search(/[*#%_]/);
  return strong.startsWith(word.slice(0, at)) && strong.endsWith(word.slice(at + 1));
}
