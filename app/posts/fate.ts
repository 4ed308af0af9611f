/** What moderation made of a post, as its place in its thread tells it. */
import type { PostState } from "#db/schema.ts";

export interface Fate {
  /** The number of the rule that it was about; null where none was named. */
  rule: number | null;
  /** The words that it was about; null for the whole post. */
  passage: string | null;
  /** The act in the public log; null where there is none yet. */
  actId: number | null;
  /** When time takes the next step; epoch seconds. */
  dueAt: number | null;
}

/** How posts stand that are not simply published, by id. */
export type Fates = Record<number, Fate>;

/** Whether anything is to be told of it. */
export const hasFate = ({ state }: { state: PostState }): boolean => state !== "published";
