/** Whether a passage still stands in a text, however its letters are disguised. */
import { lookOf } from "../names/look-alikes.ts";

/** So much of its words in their order is the passage still. */
const NEARLY_ALL = 0.8;
/** What a word between them takes away. */
const BETWEEN = 0.25;

/** Words as they look: case, letters that look alike, punctuation and what nobody sees make no difference. */
function wordsOf(text: string): string[] {
  const seen = text.normalize("NFKC").replace(/\p{Cf}/gu, "");
  return (
    [...seen]
      .map(lookOf)
      .join("")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The passage stands in the text: its letters, from the beginning of a word to the end of one, wherever spaces and signs are between them. */
export function holdsPassage(text: string, passage: string): boolean {
  const wanted = wordsOf(passage).join("");
  if (wanted === "") return false;
  const edges = new Set([0]);
  let letters = "";
  for (const word of wordsOf(text)) {
    letters += word;
    edges.add(letters.length);
  }
  for (let at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
    if (edges.has(at) && edges.has(at + wanted.length)) return true;
  }
  return false;
}

/** The passage, or four fifths of its words in their order with little between them, stands in the text. */
export function nearlyHolds(text: string, passage: string): boolean {
  if (holdsPassage(text, passage)) return true;
  const wanted = wordsOf(passage);
  let before = new Array<number>(wanted.length + 1).fill(0);
  for (const word of wordsOf(text)) {
    const after = [0];
    for (const [index, each] of wanted.entries()) {
      const next = each === word ? before[index]! + 1 : 0;
      const most = Math.max(next, after[index]!, before[index + 1]! - BETWEEN);
      if (most >= wanted.length * NEARLY_ALL) return true;
      after.push(most);
    }
    before = after;
  }
  return false;
}
