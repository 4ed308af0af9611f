/** The words of a post that a moderator means. */
import { findPassage } from "../flags/find-passage.ts";
import { WrongForm } from "../refusals.ts";

/** A passage as it stands in a post's HTML; throws WrongForm where it does not stand there. */
export function demandPassage(html: string, wanted: string): string {
  const found = findPassage(html, wanted);
  if (found === null) throw new WrongForm({ passage: { key: "deeds.passage.gone" } });
  return found;
}

/** Whether two passages are the same words, however their lines were broken; null is the whole post. */
export const isSamePassage = (one: string | null, other: string | null): boolean =>
  lettersOf(one) === lettersOf(other);

const lettersOf = (passage: string | null) => (passage ?? "").normalize("NFC").replace(/\s+/g, "");
