/** The replies to the opening post in their order, by keys that are stored: however many there are, no more rows are touched than are wanted, and those of one cursor. */
import { type SqlBool, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Cursor, readCursor } from "../cursor.ts";
import type { ReplyOrder } from "../posts/tree.ts";

/** A reply to the opening post. */
export interface Head {
  id: number;
  posted_at: number;
  /** All posts below it. */
  branch_count: number;
}

/** The next `limit` replies to the opening post after the cursor of an address; from the first on where it is none. */
export async function readHeads(
  db: Db,
  openingId: number,
  order: ReplyOrder,
  after: string | null,
  limit: number,
): Promise<Head[]> {
  const cursor = readCursor(after);
  const values = { openingId, limit };
  if (order === "new" || order === "old") {
    const from = cursor ? await placeByTime(db, cursor) : starts[order];
    return byTime[order].all(db, { ...values, ...from });
  }
  if (!cursor) return busiest.all(db, values);
  const heads = await busiestAfter.all(db, { ...values, ...(await placeByActivity(db, cursor)) });
  return heads.sort(byActivity).slice(0, limit);
}

/** The cursor of what follows a reply in the order. */
export const cursorAfter = (order: ReplyOrder, head: Head): Cursor => ({
  by: order === "new" || order === "old" ? head.posted_at : head.branch_count,
  id: head.id,
});

/** Before all that there is. */
const starts = { old: { by: -1, id: 0 }, new: { by: Number.MAX_SAFE_INTEGER, id: 0 } };

/** Where a reply stands counts, whatever list the cursor is from; what it says counts where that reply went. */
async function placeByTime(db: Db, { by, id }: Cursor) {
  const post = await placeOf.first(db, { id });
  return { by: post?.posted_at ?? by, id };
}

/** How active its branch was when the page before was read is kept, unless the cursor is from a list by time. */
async function placeByActivity(db: Db, { by, id }: Cursor) {
  const post = await placeOf.first(db, { id });
  const count = post?.posted_at === by ? post.branch_count : by;
  return { count, at: post?.posted_at ?? 0, id };
}

const placeOf = prepared((db, value: ValueOf<{ id: number }>) =>
  db.selectFrom("post").select(["posted_at", "branch_count"]).where("id", "=", value("id")),
);

const headsOf = (db: Db | Trx, value: ValueOf<{ openingId: number; limit: number }>) =>
  db
    .selectFrom("post")
    .select(["id", "posted_at", "branch_count"])
    .where("parent_id", "=", value("openingId"))
    .limit(value("limit"));

type ByTime = { openingId: number; limit: number; by: number; id: number };

const byTime = {
  old: prepared((db, value: ValueOf<ByTime>) =>
    headsOf(db, value)
      .where(sql<SqlBool>`(posted_at, id) > (${value("by")}, ${value("id")})`)
      .orderBy("posted_at")
      .orderBy("id"),
  ),
  new: prepared((db, value: ValueOf<ByTime>) =>
    headsOf(db, value)
      .where(sql<SqlBool>`(posted_at, id) < (${value("by")}, ${value("id")})`)
      .orderBy("posted_at", "desc")
      .orderBy("id", "desc"),
  ),
};

const busiest = prepared((db, value: ValueOf<{ openingId: number; limit: number }>) =>
  headsOf(db, value).orderBy("branch_count", "desc").orderBy("posted_at").orderBy("id"),
);

/** Those as active as the cursor's and younger, and those less active: one condition for both would be looked for from the most active on. */
const busiestAfter = prepared(
  (
    db,
    value: ValueOf<{ openingId: number; limit: number; count: number; at: number; id: number }>,
  ) => {
    const same = headsOf(db, value)
      .where("branch_count", "=", value("count"))
      .where(sql<SqlBool>`(posted_at, id) > (${value("at")}, ${value("id")})`)
      .orderBy("posted_at")
      .orderBy("id");
    const less = headsOf(db, value)
      .where("branch_count", "<", value("count"))
      .orderBy("branch_count", "desc")
      .orderBy("posted_at")
      .orderBy("id");
    return db
      .selectFrom(same.as("same"))
      .selectAll()
      .unionAll(db.selectFrom(less.as("less")).selectAll());
  },
);

const byActivity = (one: Head, other: Head) =>
  other.branch_count - one.branch_count || one.posted_at - other.posted_at || one.id - other.id;
