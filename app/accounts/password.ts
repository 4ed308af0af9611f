/** Which passwords are good enough: long, and not guessed in the first million tries. */
import type { Said } from "#app/strings/say.ts";
import { nameKey } from "./name.ts";

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;
/** What must be left when everything easy to guess counts as one character. */
const SUBSTANCE_MIN = 8;
/** A name of fewer letters occurs in honest words by chance. */
const NAME_LOOKED_FOR = 4;

/** Paths of fingers and of counting; four steps along one of them, either way, are easy to guess. */
const paths = [
  ...[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
  ],
  ...[
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
    "qazwsxedcrfvtgbyhnujmik",
  ],
  ...["1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "aqwzsxedcrfv", "!@#$%^&*()", '!"§$%&/()='],
].flatMap((path) => [path, [...path].reverse().join("")]);
const STEPS_MIN = 4;

/** What the most common long passwords are put together from; the last row is what this forum talks about. */
const words = [
  ...[
    "password",
    "passwort",
    "passwd",
    "passphrase",
    "motdepasse",
    "contrasena",
    "senha",
    "secret",
    "geheim",
    "letmein",
  ],
  ...[
    "welcome",
    "willkommen",
    "login",
    "signin",
    "access",
    "changeme",
    "default",
    "master",
    "admin",
    "administrator",
  ],
  ...[
    "iloveyou",
    "loveyou",
    "forever",
    "princess",
    "sunshine",
    "football",
    "baseball",
    "basketball",
    "superman",
  ],
  ...[
    "batman",
    "starwars",
    "pokemon",
    "minecraft",
    "dragon",
    "monkey",
    "shadow",
    "michael",
    "jordan",
    "jessica",
  ],
  ...[
    "charlie",
    "daniel",
    "ashley",
    "thomas",
    "whatever",
    "trustno",
    "freedom",
    "hello",
    "computer",
    "internet",
  ],
  ...[
    "qwerty",
    "azerty",
    "qwertz",
    "asdf",
    "test",
    "demo",
    "guest",
    "user",
    "google",
    "facebook",
    "samsung",
  ],
  ...[
    "summer",
    "winter",
    "spring",
    "autumn",
    "january",
    "february",
    "monday",
    "friday",
    "correcthorsebatterystaple",
  ],
  ...["steelman", "forum", "openweights", "opensource", "openai", "chatgpt"],
].sort((one, other) => other.length - one.length);

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

/** How many characters are left when repeats, paths and common words count as one each. */
export function substanceOf(password: string, name = ""): number {
  const lower = password.toLowerCase();
  return Math.min(countSteps(lower, name), countSteps(unleet(lower), name));
}

const unleet = (text: string) =>
  text.replace(/[@4031!5$7]/g, (sign) => "aaoeiisst"["@4031!5$7".indexOf(sign)] ?? sign);

function countSteps(text: string, name: string): number {
  const rest = text.replace(/[\s._-]+/g, "").replace(/(.+?)\1+/gsu, "$1");
  const easyWords = name ? [name.toLowerCase(), ...words] : words;
  let count = 0;
  for (let at = 0; at < rest.length; count += 1) {
    at += Math.max(1, wordAt(rest, at, easyWords), pathAt(rest, at));
  }
  return count;
}

const wordAt = (text: string, at: number, easyWords: string[]) =>
  easyWords.find((word) => text.startsWith(word, at))?.length ?? 0;

function pathAt(text: string, at: number): number {
  let longest = 0;
  for (const path of paths) {
    for (let from = path.indexOf(text[at]!); from >= 0; from = path.indexOf(text[at]!, from + 1)) {
      let steps = 1;
      while (steps < path.length - from && text[at + steps] === path[from + steps]) steps += 1;
      longest = Math.max(longest, steps);
    }
  }
  return longest >= STEPS_MIN ? longest : 0;
}
