import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { lookUp } from "./look-up.server.ts";
import { readQuestion } from "./question.ts";
import { searchForum } from "./search-forum.server.ts";

/** The ids of the newest posts that fit what somebody typed, as many as a page of the search has; null where too many search at this moment, so that it is to be asked again later. What cannot be asked finds nothing. */
export async function findNewest(db: Db, typed: string, now: number): Promise<number[] | null> {
  const { question, problems } = readQuestion(typed, now);
  if (problems.length > 0) return [];
  const asked = await lookUp(db, question);
  if (Array.isArray(asked)) return [];
  const nobodyLeaves = new AbortController().signal;
  try {
    const { posts } = await searchForum(db, asked, { order: "newest", after: null }, nobodyLeaves);
    return posts.map(({ id }) => id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
