/** What a post is to the one who reads it. */
export interface PostMarks {
  /** It came since the last visit: where the next new one is, or null for the last. */
  newer?: { next: string | null };
  /** What the reader said of it by votes. */
  vote?: { worth: boolean; agree: -1 | 0 | 1 };
  isSaved?: boolean;
  /** Thanked by the reader. */
  isThanked?: boolean;
  /** Of the reader's own post: who thanked for it. */
  thanks?: Thanks;
}

export interface Thanks {
  count: number;
  /** Some of them, the latest first. */
  names: string[];
}

/** The marks of a page's posts, by id; a post without any has none. */
export type Marks = Record<number, PostMarks>;
