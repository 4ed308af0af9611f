/** What a name may be. */
import type { Said } from "#app/strings/say.ts";
import { latinLook } from "./look-alikes.ts";
import { joinShapes, LONGEST_LOOKED_AT, nameKey, normaliseName, SEPARATORS } from "./name-key.ts";
import { isReserved } from "./reserved-names.ts";

export const NAME_MIN = 2;
export const NAME_MAX = 30;

/** The scripts of living languages; those that one language writes together are joined by a plus. */
const scripts = `Latin Greek Cyrillic Armenian Hebrew Arabic Thaana Georgian Ethiopic
  Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala
  Thai Lao Tibetan Myanmar Khmer Han+Hiragana+Katakana Han+Hangul Han+Bopomofo`
  .split(/\s+/)
  .map((joined) => {
    const letters = joined.split("+").map((script) => `\\p{Script_Extensions=${script}}`);
    return new RegExp(`^(?:(?=[\\p{L}\\p{M}])[${letters.join("")}])*$`, "u");
  });

/** Marks on marks, which climb over the lines above. */
const STACKED = /\p{Script=Inherited}{2}/u;
const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{C}/u;

/** What is wrong with a name that somebody wants to have, or null. `mayBeReserved` is for the demonstration's people. */
export function weighName(typed: string, mayBeReserved = false): Said | null {
  const name = normaliseName(typed);
  const length = [...name].length;
  if (length === 0) return { key: "accounts.name.missing" };
  if (length < NAME_MIN) return { key: "accounts.name.short", values: { least: NAME_MIN } };
  if (length > NAME_MAX || typed.length > LONGEST_LOOKED_AT) {
    return { key: "accounts.name.long", values: { most: NAME_MAX } };
  }
  if (UNSEEN.test(typed.trim())) return { key: "accounts.name.unseen" };
  const letters = name.replace(/[-_.0-9]/g, "");
  if (!/^[\p{L}\p{M}]*$/u.test(letters) || STACKED.test(letters)) {
    return { key: "accounts.name.characters" };
  }
  if (!scripts.some((script) => script.test(letters))) return { key: "accounts.name.scripts" };
  if (!/^[\p{L}0-9].*[\p{L}\p{M}0-9]$/u.test(name)) return { key: "accounts.name.ends" };
  // An address that ends so is answered with the data of another page.
  if (/\.data$/i.test(name)) return { key: "accounts.name.reserved" };
  if (looksLikeAnother(name)) return { key: "accounts.name.looks-latin" };
  if (!mayBeReserved && isReserved(name)) return { key: "accounts.name.reserved" };
  return null;
}

/** Whether its capitals look like Latin letters that its key does not stand for, as a Greek capital nu (N) does, whose small letter looks like v. */
function looksLikeAnother(name: string): boolean {
  const shapes = [...name.replace(SEPARATORS, "")].map(latinLook);
  return shapes.every((shape) => shape !== null) && joinShapes(shapes.join("")) !== nameKey(name);
}
