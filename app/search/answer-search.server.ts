import type { Forum, Visit } from "../context.server.ts";
import type { Said } from "../strings/say.ts";
import { lookUp } from "./look-up.server.ts";
import { readQuestion } from "./question.ts";
import { searchForum } from "./search-forum.server.ts";
import type { Found, Wish } from "./search-posts.server.ts";
import { spendSearch } from "./spend-search.server.ts";

export interface Answer {
  notes: Said[];
  /** Why there is no answer. */
  problems: Said[];
  found: Found | null;
}

/** Answers what somebody typed: with what was found, or with sentences that say what is wrong with it. Refuses with 429 who asks too often, with 503 where too many ask. Nothing is looked for once whoever asked is `gone`. */
export async function answerSearch(
  forum: Forum,
  visit: Visit,
  typed: string,
  wish: Wish,
  gone: AbortSignal,
): Promise<Answer> {
  const { question, notes, problems } = readQuestion(typed, forum.now());
  if (problems.length > 0) return { notes: [], problems, found: null };
  await spendSearch(forum, visit);
  const asked = await lookUp(forum.db, question);
  if (Array.isArray(asked)) return { notes: [], problems: asked, found: null };
  return { notes, problems: [], found: await searchForum(forum.db, asked, wish, gone) };
}
