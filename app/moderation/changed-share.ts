/** How much of a text was changed besides a passage, as its words go. */
import { findDifference } from "../posts/difference.ts";

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu;
const count = (text: string) => text.match(word)?.length ?? 0;

/** The share of other words that a new text takes out, or adds, from 0 up: what stood in the passage, and as many words in its place, are no change; what is added counts half, for what was voted on still stands. */
export function changedShare(before: string, after: string, passage: string | null): number {
  const of = { kept: 0, removed: 0, added: 0 };
  for (const { is, text } of findDifference(before, after)) of[is] += count(text);
  const meant = passage === null ? 0 : count(passage);
  const others = Math.max(1, count(before) - meant);
  return Math.max(of.removed - meant, (of.added - meant) / 2, 0) / others;
}
