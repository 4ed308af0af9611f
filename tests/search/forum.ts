/** What a search finds, by the numbers of posts. */
import { expect } from "vitest";
import { lookUp } from "#app/search/look-up.server.ts";
import { readQuestion } from "#app/search/question.ts";
import { type SearchOrder, searchPosts } from "#app/search/search-posts.server.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";

/** The page of what is found; throws where the question is not understood. */
export async function search(
  db: Db,
  typed: string,
  {
    order = "newest",
    after = null,
    clock = () => 0,
  }: { order?: SearchOrder; after?: string | null; clock?: () => number } = {},
) {
  const { question, problems } = readQuestion(typed, START);
  const asked = await lookUp(db, question);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  if (Array.isArray(asked)) throw new Error(JSON.stringify(asked));
  return searchPosts(db, asked, { order, after }, clock);
}

/** The ids of all that is found, page after page. */
export async function findIds(
  db: Db,
  typed: string,
  wished: SearchOrder = "newest",
  clock?: () => number,
) {
  const ids: number[] = [];
  let order = wished;
  for (let after: string | null = null; ; ) {
    const page = await search(db, typed, { order, after, ...(clock && { clock }) });
    ids.push(...page.posts.map(({ id }) => id));
    if (page.next === null) return ids;
    if (page.posts.length === 0) expect(page.reachedAt).toBeTypeOf("number");
    after = page.next;
    order = page.nextOrder;
  }
}
