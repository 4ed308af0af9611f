/** When two names are one. */
import { lookOf } from "./look-alikes.ts";

/** Nothing longer is looked at letter by letter. */
export const LONGEST_LOOKED_AT = 128;

export const SEPARATORS = /[-_.]/g;
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** The name as it is kept: Unicode's composed form, without spaces around it. */
export const normaliseName = (name: string) =>
  name.slice(0, LONGEST_LOOKED_AT).normalize("NFKC").trim();

/** The name folded so that two names that look alike are one: case, marks, separators, invisible characters and look-alike letters make no difference. */
export const nameKey = (name: string): string => joinShapes(looksOf(name));

function looksOf(name: string): string {
  const letters = normaliseName(name).replace(UNSEEN, "").replace(SEPARATORS, "");
  return [...letters.normalize("NFC")].map(lookOf).join("");
}

/** Whether a name begins with these letters, or with letters that look like them. */
export const beginsLike = (name: string, beginning: string) =>
  looksOf(name).startsWith(looksOf(beginning));

/** What the keys of all names that begin like this begin with: where the last letter may be half of another, that one too. */
export function keyBeginnings(beginning: string): string[] {
  const key = nameKey(beginning);
  if (key === "") return [];
  const half = { r: "m", v: "w" }[key.at(-1)!];
  return half ? [key, key.slice(0, -1) + half] : [key];
}

/** Letters that make another when they stand side by side. */
export const joinShapes = (letters: string) => letters.replace(/rn/g, "m").replace(/vv/g, "w");
