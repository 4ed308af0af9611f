/** Which passwords are good enough: long, and not guessed in the first million tries. */
import type { Said } from "#app/strings/say.ts";
import { nameKey } from "../names/name-key.ts";
import { substanceOf } from "./easy-guesses.ts";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;
/** What must be left when everything easy to guess counts as one character. */
const SUBSTANCE_MIN = 8;
/** A name of fewer letters occurs in honest words by chance. */
const NAME_LOOKED_FOR = 4;

/** The password as it is hashed: Unicode's composed form, so that every keyboard types the same. */
export const normalisePassword = (password: string) => password.normalize("NFKC");

/** Whether it is too long to be looked at at all; a sign-in with it fails at once. */
export const isOverlong = (password: string) => password.length > PASSWORD_MAX * 4;

/** What is wrong with a password that somebody wants to have, or null. */
export function weighPassword(typed: string, name: string): Said | null {
  if (isOverlong(typed)) return { key: "accounts.password.long", values: { most: PASSWORD_MAX } };
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length === 0) return { key: "accounts.password.missing" };
  if (length > PASSWORD_MAX)
    return { key: "accounts.password.long", values: { most: PASSWORD_MAX } };
  if (length < PASSWORD_MIN)
    return { key: "accounts.password.short", values: { least: PASSWORD_MIN } };
  if (password.includes("\0")) return { key: "form.nul" };
  const key = nameKey(name);
  if (key.length >= NAME_LOOKED_FOR && nameKey(password).includes(key)) {
    return { key: "accounts.password.has-name" };
  }
  return substanceOf(password, name) < SUBSTANCE_MIN ? { key: "accounts.password.common" } : null;
}
