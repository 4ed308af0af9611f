/** What is known of each word by itself, looked up once and remembered. */
import { type Commonness, commonnessOf } from "./commonness.ts";
import { functionWords, type Phrase, phrasesFrom } from "./phrases.ts";
import { nameShape, shapeOf } from "./shapes.ts";
import { classesOf } from "./word-classes.ts";

export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;
export const PICTURE = 3;
export const OTHER = 4;

/** Of what a word that names something is made; one bit each. */
export const LONG = 1;
export const VERY_LONG = 2;
export const BRIEF = 4;
export const NOMINAL = 8;
export const PLURAL = 16;
export const PAST = 32;
export const ING = 64;
export const ADVERB = 128;
export const STRETCHED = 256;
export const ACRONYM = 512;
export const CAPITALS = 1024;
export const NAME = 2048;
export const MIXED = 4096;
export const LOWER_I = 8192;
export const CONTENT = 16384;
export const YEAR = 32768;
export const DECIMAL = 65536;
export const WITH_UNIT = 131072;
export const MONEY = 262144;

export interface Known {
  /** In lower case with straight apostrophes. */
  readonly text: string;
  readonly sort: number;
  /** Whether it begins with a small letter. */
  readonly isLower: boolean;
  readonly bits: number;
  readonly phrases: readonly Phrase[] | undefined;
  readonly classes: readonly number[] | undefined;
  /** How common it is, as a power of two. */
  readonly level: number;
  readonly shape: number;
  /** Its shape where a capital letter inside a sentence makes it a name. */
  readonly shapeInside: number;
  /** The text and the sentence in which it was met last. */
  metInText: number;
  metInSentence: number;
}

/** More words than these are not remembered from one text to the next. */
const mostKept = 20_000;
const longest = 64;
const nominal = /(?:tion|sion|ment|ness|ity|ance|ence|ism|ship|ology)s?$/;

export class Vocabulary {
  readonly #common: Commonness;
  readonly #kept = new Map<string, Known>();
  #passing = new Map<string, Known>();

  constructor(common: Commonness) {
    this.#common = common;
  }

  /** To be called before the first word of each text. */
  begin(): void {
    if (this.#passing.size > 0) this.#passing = new Map();
  }

  of(written: string): Known {
    const known = this.#kept.get(written) ?? this.#passing.get(written);
    if (known) return known;
    const made = this.#make(written);
    (this.#kept.size < mostKept ? this.#kept : this.#passing).set(written, made);
    return made;
  }

  #make(whole: string): Known {
    const written = whole.length > longest ? whole.slice(0, longest) : whole;
    const text = written.toLowerCase().replace("’", "'");
    const sort = sortOf(text);
    const bits = sort === WORD ? bitsOf(written, text) : sort === NUMBER ? bitsOfNumber(text) : 0;
    const own = shapeOf(text);
    const capital = /^[A-Z]/.test(written);
    return {
      text,
      sort,
      isLower: /^[a-z]/.test(written),
      bits: sort === MARK && /^[$€£]/.test(text) ? MONEY : bits,
      phrases: phrasesFrom(text),
      classes: classesOf.get(text),
      level: (bits & CONTENT) !== 0 && sort === WORD ? commonnessOf(text, this.#common) : 0,
      shape: own.shape,
      shapeInside: capital && !own.byItself ? nameShape : own.shape,
      metInText: -1,
      metInSentence: -1,
    };
  }
}

function sortOf(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return NUMBER;
  if (code < 97 || (code > 122 && code < 170) || code === 8230) return MARK;
  if (code > 8200 && !/^[\p{L}\p{N}]/u.test(text)) return code > 9000 ? PICTURE : OTHER;
  return WORD;
}

const bitsOfNumber = (text: string) =>
  CONTENT |
  (/^(?:19|20)\d\d$/.test(text) ? YEAR : 0) |
  (/[.,]\d/.test(text) ? DECIMAL : 0) |
  (/\d[a-z]/.test(text) ? WITH_UNIT : 0);

function bitsOf(written: string, text: string): number {
  let bits = 0;
  const { length } = text;
  if (/^[A-Z]/.test(written)) {
    if (length > 1 && written === written.toUpperCase())
      bits |= CAPITALS | (length <= 5 ? ACRONYM : 0);
    else if (written !== "I" && !written.startsWith("I'")) bits |= NAME;
  } else if (/[A-Z0-9_]/.test(written) || (length > 6 && text.includes("-"))) bits |= MIXED;
  if (written === "i") bits |= LOWER_I;
  if (functionWords.has(text)) return bits;
  bits |= CONTENT;
  if (length <= 3) return bits | BRIEF;
  if (length >= 8) bits |= LONG | (length >= 11 ? VERY_LONG : 0);
  if (length > 5 && nominal.test(text)) bits |= NOMINAL;
  if (text.endsWith("s")) bits |= PLURAL;
  else if (text.endsWith("ed")) bits |= PAST;
  else if (text.endsWith("ing")) bits |= ING;
  else if (text.endsWith("ly")) bits |= ADVERB;
  if (/(\p{L})\1\1/u.test(text)) bits |= STRETCHED;
  return bits;
}
