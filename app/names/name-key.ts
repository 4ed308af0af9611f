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
export function nameKey(name: string): string {
  const letters = normaliseName(name).replace(UNSEEN, "").replace(SEPARATORS, "");
  return joinShapes([...letters.normalize("NFC")].map(lookOf).join(""));
}

/** Letters that make another when they stand side by side. */
export const joinShapes = (letters: string) => letters.replace(/rn/g, "m").replace(/vv/g, "w");
