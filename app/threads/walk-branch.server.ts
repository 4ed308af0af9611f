/** What stands below a post, near things first, however much there is. */
import { type SqlBool, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Cursor } from "../cursor.ts";

/** A post on the way, with the bytes of its HTML. */
export interface Step {
  id: number;
  parent_id: number;
  posted_at: number;
  bytes: number;
}

/** Whether replies to one post are gone through from the latest or from the earliest on. */
export type Direction = "new" | "old";

/**
 * At most `limit` posts below one, its direct replies from after the cursor on: each after the post that it answers and
 * after its earlier siblings, those with few of both above them first. From each post two steps lead on, so the rows
 * touched are some times `limit`.
 */
export function walkBranch(
  db: Db,
  postId: number,
  direction: Direction,
  after: Cursor | null,
  limit: number,
): Promise<Step[]> {
  const { by, id } = after ?? starts[direction];
  return walks[direction].all(db, { postId, by, id, limit });
}

/** Whether a post has another direct reply after the cursor. */
export async function hasReplyAfter(db: Db, postId: number, direction: Direction, after: Cursor) {
  return Boolean(await firsts[direction].first(db, { postId, by: after.by, id: after.id }));
}

/** Before all that there is. */
const starts: Record<Direction, Cursor> = {
  old: { by: -1, id: 0 },
  new: { by: Number.MAX_SAFE_INTEGER, id: 0 },
};

type First = { postId: number; by: number; id: number };
type Walk = First & { limit: number };

const firstReply = (db: Db | Trx, value: ValueOf<First>, direction: Direction) =>
  db
    .selectFrom("post")
    .select(["id", "parent_id", "posted_at"])
    .select(sql<number>`octet_length(html)`.as("bytes"))
    .where("parent_id", "=", value("postId"))
    .where(
      direction === "old"
        ? sql<SqlBool>`(posted_at, id) > (${value("by")}, ${value("id")})`
        : sql<SqlBool>`(posted_at, id) < (${value("by")}, ${value("id")})`,
    )
    .orderBy("posted_at", direction === "old" ? "asc" : "desc")
    .orderBy("id", direction === "old" ? "asc" : "desc")
    .limit(1);

const firsts = {
  old: prepared((db, value: ValueOf<First>) => firstReply(db, value, "old")),
  new: prepared((db, value: ValueOf<First>) => firstReply(db, value, "new")),
};

/** From a post to its first reply, and to its next sibling. */
const nextSteps = {
  old: sql<number>`case turn.column1
    when 0 then (select reply.id from post as reply where reply.parent_id = walk.id
      order by reply.posted_at, reply.id limit 1)
    else (select next.id from post as next where next.parent_id = walk.parent_id
      and (next.posted_at, next.id) > (walk.posted_at, walk.id)
      order by next.posted_at, next.id limit 1) end`,
  new: sql<number>`case turn.column1
    when 0 then (select reply.id from post as reply where reply.parent_id = walk.id
      order by reply.posted_at desc, reply.id desc limit 1)
    else (select next.id from post as next where next.parent_id = walk.parent_id
      and (next.posted_at, next.id) < (walk.posted_at, walk.id)
      order by next.posted_at desc, next.id desc limit 1) end`,
};

const walkIn = (direction: Direction) =>
  prepared((db, value: ValueOf<Walk>) =>
    db
      .withRecursive("walk(id, parent_id, posted_at, bytes)", (step) =>
        step
          .selectFrom(firstReply(db, value, direction).as("first"))
          .select(["id", "parent_id", "posted_at", "bytes"])
          .unionAll(
            step
              .selectFrom("walk")
              .crossJoin(sql`(values (0), (1))`.as("turn"))
              .innerJoin("post", (join) => join.on(sql<SqlBool>`post.id = ${nextSteps[direction]}`))
              .select(["post.id", "post.parent_id", "post.posted_at"])
              .select(sql<number>`octet_length(post.html)`.as("bytes")),
          ),
      )
      // No order is asked for: the engines hand over each step as they take it, and stop when there are enough.
      .selectFrom("walk")
      .select(["id", "posted_at", "bytes"])
      .select((eb) => eb.ref("parent_id").$castTo<number>().as("parent_id"))
      .limit(value("limit")),
  );

const walks = { old: walkIn("old"), new: walkIn("new") };
