import type { Said } from "./same-words.ts";

/** What a text may refer to and the forum knows: people by their names, posts by their ids. */
export interface Known {
  /** As they are shown, of the names that stand in the text. */
  people: readonly string[];
  /** Of the posts whose addresses stand in the text. */
  posts: readonly KnownPost[];
}

export interface KnownPost {
  id: number;
  author: string;
  /** What it says, and said before it was edited, as same-words.ts compares quotations with it; missing where they are not compared. */
  said?: readonly Said[];
}

export const nothingKnown: Known = { people: [], posts: [] };
