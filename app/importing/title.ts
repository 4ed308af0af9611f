/** What a thread of the outer forum is called here. */
import { TITLE_LETTERS } from "../composing/draft.ts";
import { seenOf } from "../strings/seen.ts";

/** Marks that show nothing or turn what follows, but for those that join two letters or pictures. */
const unseen =
  /(?<=[\p{L}\p{M}\p{Extended_Pictographic}])([\u200c\u200d])(?=[\p{L}\p{Extended_Pictographic}])|[\p{Cf}\u2800\u3164]/gu;

/** A title as the forum's own are, cut where it is longer; null where nothing in it can be read. */
export function readTitle(text: string): string | null {
  const title = text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(unseen, "$1")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(seenOf(title))) return null;
  const letters = [...title];
  if (letters.length <= TITLE_LETTERS) return title;
  return `${letters
    .slice(0, TITLE_LETTERS - 1)
    .join("")
    .trimEnd()}…`;
}

/** A title from the part of an address that was made from it. */
export function titleOf(slug: string): string | null {
  const words = readTitle(slug.replace(/-+/g, " "));
  return words && words !== "topic" ? words[0]!.toUpperCase() + words.slice(1) : null;
}

/** The title of a thread of which none is known, or none may be shown. */
export const titleWithout = (thread: number, source: string) => `Thread ${thread} of ${source}`;
