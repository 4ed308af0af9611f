import type { Db } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import { listNew } from "./list-new.server.ts";
import { arrangeNew, MOST_COUNTED, type NewPosts } from "./new-posts.ts";
import type { ShownPosts } from "./shown-posts.ts";

interface Page {
  threadId: number;
  /** The address of the thread. */
  path: string;
  /** The post whose branch alone is shown, if it is one's page. */
  branchId: number | null;
  /** The posts of the page, in the order in which it shows them. */
  shown: ShownPosts<{ id: number; authorId: number }>;
}

/** What came to a thread after a post and is not by the reader, as a page of the thread tells it; null where nothing did. */
export async function readNewPosts(
  db: Db,
  person: Person,
  seenId: number,
  { threadId, path, branchId, shown }: Page,
): Promise<NewPosts | null> {
  const newIds = await listNew(db, person, threadId, seenId);
  // From a branch's page the way leads on by rising ids alone, so that it ends.
  const isFurther = branchId !== null && branchId > seenId;
  const aheadIds = isFurther ? await listNew(db, person, threadId, branchId) : newIds;
  return arrangeNew({
    count: Math.min(newIds.length, MOST_COUNTED + 1),
    aheadIds,
    hereIds: shown.all.flatMap(({ id, authorId }) =>
      id > seenId && authorId !== person.id ? id : [],
    ),
    isShown: (id) => shown.find(id) !== undefined,
    path,
  });
}
