/** Where the order of replies is kept, and where in it a page begins. */
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Cursor } from "../cursor.ts";
import type { ReplyOrder } from "../posts/tree.ts";

/** The table whose index gives the replies to one post in an order, and its columns: equal keys stand by age, and times alone are keys in themselves. */
export const keptIn = {
  old: { table: "post", id: "id", key: "posted_at" },
  new: { table: "post", id: "id", key: "posted_at" },
  active: { table: "post", id: "id", key: "branch_count" },
  best: { table: "tally", id: "post_id", key: "best" },
  across: { table: "tally", id: "post_id", key: "across" },
} as const;

/** After which reply a page begins: its key, when it was written, and its id. */
export interface PageStart {
  key: number;
  at: number;
  id: number;
}

/** Before all that there is. */
const FIRST_OF_KEYS: PageStart = { key: Number.MAX_SAFE_INTEGER, at: -1, id: 0 };
/** Where the first page begins, in each order. */
export const starts: Readonly<Record<ReplyOrder, PageStart>> = {
  old: { key: -1, at: -1, id: 0 },
  new: { key: Number.MAX_SAFE_INTEGER, at: Number.MAX_SAFE_INTEGER, id: 0 },
  active: FIRST_OF_KEYS,
  best: FIRST_OF_KEYS,
  across: FIRST_OF_KEYS,
};

/** Where a cursor leads. What it says counts, also where the reply that it names has moved since the page before was read: what stood after it then follows. A cursor that is seen to be from a list of another kind leads to where that reply stands now, and so does one by votes that this process did not write. */
export async function findStart(
  db: Db,
  cursor: Cursor | null,
  order: ReplyOrder,
): Promise<PageStart> {
  if (!cursor) return starts[order];
  const { by, id, isSealed } = cursor;
  const post = await keysOf.first(db, { id });
  const { key } = keptIn[order];
  const isByVotes = key === "best" || key === "across";
  if (!post) return isByVotes || isSealed !== undefined ? starts[order] : { key: by, at: by, id };
  const isOther =
    key === "posted_at" ||
    (isSealed ?? false) !== isByVotes ||
    (!isByVotes && by === post.posted_at);
  return { key: isOther ? post[key] : by, at: post.posted_at, id };
}

const keysOf = prepared((db, value: ValueOf<{ id: number }>) =>
  db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["post.posted_at", "post.branch_count", "tally.best", "tally.across"])
    .where("post.id", "=", value("id")),
);
