/** What a name may be, and when two names are one. */
import type { Said } from "#app/strings/say.ts";
import { latinLook, lookOf } from "./look-alikes.ts";

export const NAME_MIN = 2;
export const NAME_MAX = 30;
/** Nothing longer is looked at letter by letter. */
const LONGEST_LOOKED_AT = 128;

/** The scripts of living languages; those that one language writes together stand together. */
const scripts = [
  ...[
    "Latin",
    "Greek",
    "Cyrillic",
    "Armenian",
    "Hebrew",
    "Arabic",
    "Thaana",
    "Georgian",
    "Ethiopic",
  ],
  ...[
    "Devanagari",
    "Bengali",
    "Gurmukhi",
    "Gujarati",
    "Oriya",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
  ],
  ...["Thai", "Lao", "Tibetan", "Myanmar", "Khmer"],
  ...["Han Hiragana Katakana", "Han Hangul", "Han Bopomofo"],
].map((group) => {
  const letters = group
    .split(" ")
    .map((script) => `\\p{Script_Extensions=${script}}`)
    .join("");
  return new RegExp(`^(?:(?=[\\p{L}\\p{M}])[${letters}])*$`, "u");
});

const UNSEEN = /\p{Default_Ignorable_Code_Point}|\p{C}/u;
const SEPARATORS = /[-_.]/g;

/** Names that would speak for the forum or for nobody. */
const reserved = new Set(
  [
    ...[
      "moderator",
      "moderators",
      "mods",
      "administrator",
      "administrators",
      "admin",
      "admins",
      "root",
    ],
    ...[
      "system",
      "steelman",
      "forum",
      "staff",
      "team",
      "official",
      "support",
      "help",
      "security",
      "owner",
    ],
    ...[
      "deleted",
      "anonymous",
      "nobody",
      "everyone",
      "everybody",
      "somebody",
      "here",
      "all",
      "new",
      "me",
    ],
    ...["null", "undefined", "unknown"],
  ].map(nameKey),
);
/** Words that claim an office wherever they stand in a name. */
const offices = new Set(["moderator", "administrator", "admin", "steelman", "staff"].map(nameKey));

/** The name as it is kept: Unicode's composed form, without spaces around it. */
export const normaliseName = (name: string) =>
  name.slice(0, LONGEST_LOOKED_AT).normalize("NFKC").trim();

/** The name folded so that two names that look alike are one: case, marks, separators, invisible characters and look-alike letters make no difference. */
export function nameKey(name: string): string {
  const letters = normaliseName(name)
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(SEPARATORS, "");
  return joinShapes([...letters.normalize("NFC")].map(lookOf).join(""));
}

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
  if (!/^[\p{L}\p{M}]*$/u.test(letters)) return { key: "accounts.name.characters" };
  if (!scripts.some((script) => script.test(letters))) return { key: "accounts.name.scripts" };
  if (!/^[\p{L}0-9].*[\p{L}\p{M}0-9]$/u.test(name)) return { key: "accounts.name.ends" };
  if (looksLikeAnother(name)) return { key: "accounts.name.looks-latin" };
  if (!mayBeReserved && isReserved(name)) return { key: "accounts.name.reserved" };
  return null;
}

function isReserved(name: string): boolean {
  return (
    reserved.has(nameKey(name)) || name.split(SEPARATORS).some((part) => offices.has(nameKey(part)))
  );
}

/** Whether its capitals look like Latin letters that its key does not stand for, as a Greek capital nu (N) does, whose small letter looks like v. */
function looksLikeAnother(name: string): boolean {
  const shapes = [...name.replace(SEPARATORS, "")].map(latinLook);
  return shapes.every((shape) => shape !== null) && joinShapes(shapes.join("")) !== nameKey(name);
}

/** Letters that make another when they stand side by side. */
const joinShapes = (letters: string) => letters.replace(/rn/g, "m").replace(/vv/g, "w");
