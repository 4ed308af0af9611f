/** What an edit changed, word by word. */
import { type Change, diffLines, diffWordsWithSpace } from "diff";

export interface Piece {
  text: string;
  is: "kept" | "added" | "removed";
}

/** Longest time for one difference, in milliseconds. */
const TIMEOUT = 100;

/** A text with the line breaks that other programs send: browsers send two characters for each. */
export const withPlainBreaks = (text: string) => text.replaceAll("\r\n", "\n");

/** The pieces of the newer text and, between them, what was taken out of the older; how lines are broken is no change. After `timeout` milliseconds lines are compared, after as many more whole texts. */
export function findDifference(before: string, after: string, timeout = TIMEOUT): Piece[] {
  const older = withPlainBreaks(before);
  const newer = withPlainBreaks(after);
  const changes =
    diffWordsWithSpace(older, newer, { timeout }) ?? diffLines(older, newer, { timeout });
  if (changes) return changes.map(toPiece);
  return [
    { text: older, is: "removed" },
    { text: newer, is: "added" },
  ];
}

const toPiece = ({ value, added, removed }: Change): Piece => ({
  text: value,
  is: added ? "added" : removed ? "removed" : "kept",
});
