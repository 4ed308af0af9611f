/** Which threads may be about the same: by the address of the thing, else by the words of their titles. */
import { titleWords } from "./title-words.ts";

export interface SimilarThread {
  id: number;
  title: string;
  slug: string;
  replyCount: number;
  startedAt: number;
}

/** What was found before a thread is begun. */
export interface Found {
  byAddress: SimilarThread[];
  byTitle: SimilarThread[];
}

/** How many threads each word of the title stands in, and how many there are. */
export interface Rarity {
  counts: ReadonlyMap<string, number>;
  threads: number;
}

/** The part of a title's weight that another must share. */
const LEAST_OVERLAP = 0.4;
/** A word in so few of a hundred threads, or in so few at all, tells enough by itself. */
const RARE_OF_HUNDRED = 1;
const RARE = 2;

/** What it says of two titles that they share a word. */
export const weightOf = (word: string, { counts, threads }: Rarity) =>
  Math.log(1 + threads / Math.max(1, counts.get(word) ?? 0));

/** How much of a title's weight another shares, from 0 to 1; 0 where that tells nothing. */
export function overlapOf(words: string[], title: string, rarity: Rarity): number {
  const others = titleWords(title);
  const shared = words.filter((word) => others.includes(word));
  const rare = Math.max(RARE, (rarity.threads * RARE_OF_HUNDRED) / 100);
  const isTelling =
    shared.length > 1 || shared.some((word) => (rarity.counts.get(word) ?? 0) <= rare);
  if (!isTelling) return 0;
  const sum = (of: string[]) => of.reduce((total, word) => total + weightOf(word, rarity), 0);
  const overlap = sum(shared) / sum(words);
  // Among equals, the one that says little else.
  return overlap < LEAST_OVERLAP ? 0 : overlap * (0.8 + (0.2 * shared.length) / others.length);
}

/** The threads whose titles share enough with these words, the most alike first, the newer first of equals. */
export function rankSimilar<Thread extends SimilarThread>(
  words: string[],
  threads: Thread[],
  rarity: Rarity,
): Thread[] {
  return threads
    .map((thread) => ({ thread, overlap: overlapOf(words, thread.title, rarity) }))
    .filter(({ overlap }) => overlap > 0)
    .sort((a, b) => b.overlap - a.overlap || b.thread.id - a.thread.id)
    .map(({ thread }) => thread);
}
