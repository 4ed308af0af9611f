/** The replies to the opening post in their order, by keys that are stored: however many there are, no more rows are touched than are wanted, and those of one cursor. */
import { type SqlBool, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Cursor, readCursor } from "../cursor.ts";
import { cursorAt, type ReplyOrder } from "../posts/tree.ts";
import { findStart, keptIn, type PageStart, starts } from "./page-start.server.ts";

/** A reply to the opening post. */
export interface Head {
  id: number;
  posted_at: number;
  /** All posts below it. */
  branch_count: number;
  /** Its place in the order. */
  key: number;
}

/** The next `limit` replies to the opening post after the cursor of an address, and whether any stand before them; from the first on where it is none. */
export async function readHeads(
  db: Db,
  openingId: number,
  order: ReplyOrder,
  after: string | null,
  limit: number,
): Promise<{ heads: Head[]; isLater: boolean }> {
  const cursor = readCursor(after);
  const readFrom = async (start: PageStart, limit: number) => {
    const heads = await pages[order].all(db, { openingId, limit, ...start });
    return order === "old" || order === "new" ? heads : heads.sort(byKey).slice(0, limit);
  };
  const heads = await readFrom(await findStart(db, cursor, order), limit);
  if (!cursor) return { heads, isLater: false };
  const [first] = await readFrom(starts[order], 1);
  return { heads, isLater: first?.id !== heads[0]?.id };
}

/** The cursor of what follows a reply in its order. */
export const cursorAfter = (order: ReplyOrder, { key, id }: Head): Cursor =>
  cursorAt(order, key, id);

interface Values extends PageStart {
  openingId: number;
  limit: number;
}

function headsIn(order: ReplyOrder, db: Db | Trx, value: ValueOf<Values>) {
  const { table, id, key } = keptIn[order];
  const column = (name: string) => sql.ref<number>(`${table}.${name}`);
  const columns = { key: column(key), at: column("posted_at"), id: column(id) };
  const heads = db
    .selectFrom("post")
    .$if(table === "tally", (query) => query.innerJoin("tally", "tally.post_id", "post.id"))
    .select(["post.id", "post.branch_count"])
    .select([columns.at.as("posted_at"), columns.key.as("key")])
    .where(column("parent_id"), "=", value("openingId"))
    .limit(value("limit"));
  return { heads, ...columns };
}

const pageByTime = (order: "old" | "new") =>
  prepared((db, value: ValueOf<Values>) => {
    const { heads, at, id } = headsIn(order, db, value);
    const start = sql`(${value("at")}, ${value("id")})`;
    const direction = order === "old" ? "asc" : "desc";
    return heads
      .where(
        order === "old"
          ? sql<SqlBool>`(${at}, ${id}) > ${start}`
          : sql<SqlBool>`(${at}, ${id}) < ${start}`,
      )
      .orderBy(at, direction)
      .orderBy(id, direction);
  });

/** Those of the cursor's key that are younger, and those of lesser keys: one condition for both would be looked for from the greatest key on. */
const pageByKey = (order: Exclude<ReplyOrder, "old" | "new">) =>
  prepared((db, value: ValueOf<Values>) => {
    const { heads, key, at, id } = headsIn(order, db, value);
    const same = heads
      .where(key, "=", value("key"))
      .where(sql<SqlBool>`(${at}, ${id}) > (${value("at")}, ${value("id")})`)
      .orderBy(at)
      .orderBy(id);
    const less = heads.where(key, "<", value("key")).orderBy(key, "desc").orderBy(at).orderBy(id);
    return db
      .selectFrom(same.as("same"))
      .selectAll()
      .unionAll(db.selectFrom(less.as("less")).selectAll());
  });

const pages = {
  old: pageByTime("old"),
  new: pageByTime("new"),
  active: pageByKey("active"),
  best: pageByKey("best"),
  across: pageByKey("across"),
};

const byKey = (one: Head, other: Head) =>
  other.key - one.key || one.posted_at - other.posted_at || one.id - other.id;
