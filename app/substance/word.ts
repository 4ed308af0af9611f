/** A word as the scorer knows it; words met before are kept, for most of a text is words met before. */
import { bitOf, CLASSES, classesOf } from "./lexicon/classes.ts";
import { plainOf, undisguise, unstretch } from "./normalise.ts";

export type WordKind = "word" | "number" | "sign" | "thing" | "mention";

export interface Word {
  /** Its number among the words that are kept; −1 for one that is not. */
  readonly number: number;
  /** Small letters, undisguised. */
  readonly text: string;
  readonly kind: WordKind;
  /** 32 bits that stand for the text. */
  readonly hash: number;
  /** Bits of the classes of the lexicon. */
  readonly classes: number;
  /** 32 bits that stand for its class, or for the word itself if it is common and in none. */
  readonly classHash: number;
  /** Written so that a filter would not know it. */
  readonly disguised: boolean;
  /** Written as programs write names: a figure, or a capital, behind a small letter. */
  readonly technical: boolean;
  /** Written in capitals, with three letters at least. */
  readonly shouted: boolean;
}

/** As many as forums use in a year; the others are made each time. */
export const MOST_KNOWN = 30_000;
const known = new Map<string, Word>();

/** The word for what stands in the text. */
export function wordOf(raw: string, kind: WordKind): Word {
  const before = known.get(raw);
  if (before !== undefined && before.kind === kind) return before;
  const isKept = known.size < MOST_KNOWN && raw.length <= 40 && before === undefined;
  const word = makeWord(raw, kind, isKept ? known.size : -1);
  if (isKept) known.set(raw, word);
  return word;
}

function makeWord(raw: string, kind: WordKind, number: number): Word {
  let text = kind === "word" ? plainOf(raw) : raw;
  let disguised = false;
  if (kind === "word") {
    if (text.endsWith("'s")) text = text.slice(0, -2);
    const bare = text.replaceAll("'", "");
    if (bare.length > 0) text = bare;
    if (classesOf(text) === 0 || (text.length > 2 && /[^a-z]/.test(text))) {
      const meant = undisguise(text);
      disguised = meant !== undefined && meant !== text;
      text = meant ?? unstretch(text, isUsual) ?? text.replace(/(.)\1{2,}/g, "$1$1");
    }
    if (text.length === 0) text = raw;
  } else if (kind === "number") text = "0";
  const classes = kind === "word" ? classesOf(text) : 0;
  const shouted =
    kind === "word" && raw.length >= 3 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
  return {
    number,
    text,
    kind,
    hash: hashOf(text),
    classes,
    classHash: classHashOf(text, kind, classes),
    disguised,
    technical: kind === "word" && !disguised && /[a-z][A-Z0-9]/.test(raw),
    shouted,
  };
}

const classHashes = CLASSES.map((name) => hashOf(`<${name}>`));

function classHashOf(text: string, kind: WordKind, classes: number): number {
  if (classes !== 0) return classHashes[31 - Math.clz32(classes & -classes)]!;
  if (kind !== "word") return hashOf(kind === "sign" ? text : `<${kind}>`);
  if (COMMON.has(text)) return hashOf(text);
  return hashOf(`<${endingOf(text)}>`);
}

/** Little words hold a sentence together, so they stand for themselves among classes. */
const COMMON = new Set(
  "a an the and or but if then than of in on at to for from with by as about into over after before because since while although though however that this it its there here what which when where why how do does did have has had will shall can could would should may might must get gets got go goes going come let make makes made take give think thinks thought know knows want need use used try look find keep stop start back up down out off away again more most less least much many few some any all every each other another same own only even still already yet ever always sometimes now today one two first last like also well right left else until unless whether against between without within per both either such too".split(
    " ",
  ),
);

const isUsual = (word: string) => classesOf(word) !== 0 || COMMON.has(word);

/** What the end of a word tells of its part of speech. */
function endingOf(text: string): string {
  const found =
    /(?:ing|ed|ly|ists?|isms?|ers?|ors?|tions?|ness|less|ful|ous|able|ible|ish|ive|al|ic|est|ity|ment|y|s)$/.exec(
      text,
    );
  return found ? `-${found[0]}` : "-";
}

/** A hash of 32 bits (FNV-1a over UTF-16, stirred). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return stir(hash);
}

/** Spreads a number's bits, so that neighbours end far apart. */
export function stir(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Whether a word belongs to a class. */
export const isOf = (word: Word, name: string): boolean => (word.classes & bitOf(name)) !== 0;
