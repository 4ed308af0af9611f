/** What stands below a post, near things first, however much there is. */
import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { WalkOrder } from "../posts/tree.ts";
import { keptIn, type PageStart } from "./page-start.server.ts";

/** A post on the way, with the bytes of its HTML and its place among its siblings. */
export interface Step {
  id: number;
  parent_id: number;
  posted_at: number;
  key: number;
  bytes: number;
}

/**
 * At most `limit` posts below one, its direct replies from after the place on: each after the post that it answers and
 * after its siblings that come first in the order, those with few of both above them first. From each post two steps lead
 * on, so the rows touched are some times `limit`.
 */
export function walkBranch(
  db: Db,
  postId: number,
  order: WalkOrder,
  after: PageStart,
  limit: number,
): Promise<Step[]> {
  return walks[order].all(db, { postId, ...after, limit });
}

/** The first direct reply to a post after a place. */
export const findReplyAfter = (db: Db, postId: number, order: WalkOrder, after: PageStart) =>
  firsts[order].first(db, { postId, ...after });

interface First extends PageStart {
  postId: number;
}
interface Walk extends First {
  limit: number;
}

type Values = Record<"parent" | "key" | "at" | "id", RawBuilder<number>>;

/** The id of the first reply to a post. */
function firstId(order: WalkOrder, parent: RawBuilder<number>) {
  const { from, id, byPlace } = siblings(order);
  return sql<number>`(select ${id} from ${from} where next.parent_id = ${parent} order by ${byPlace} limit 1)`;
}

/** The id of the reply after one: by keys, one of the same key that is younger, else the first of a lesser key. */
function nextId(order: WalkOrder, { parent, key, at, id: last }: Values) {
  const { from, id, key: own, byPlace } = siblings(order);
  const sign = order === "new" ? sql`<` : sql`>`;
  const isPast = sql`(next.posted_at, ${id}) ${sign} (${at}, ${last})`;
  const among = sql`select ${id} from ${from} where next.parent_id = ${parent}`;
  if (keptIn[order].key === "posted_at") {
    return sql<number>`(${among} and ${isPast} order by ${byPlace} limit 1)`;
  }
  return sql<number>`coalesce(
    (${among} and ${own} = ${key} and ${isPast} order by next.posted_at, ${id} limit 1),
    (${among} and ${own} < ${key} order by ${byPlace} limit 1))`;
}

function siblings(order: WalkOrder) {
  const { table, id, key } = keptIn[order];
  const own = { id: sql.ref<number>(`next.${id}`), key: sql.ref<number>(`next.${key}`) };
  const byTime =
    order === "new" ? sql`next.posted_at desc, ${own.id} desc` : sql`next.posted_at, ${own.id}`;
  const byPlace = key === "posted_at" ? byTime : sql`${own.key} desc, ${byTime}`;
  return { from: sql`${sql.table(table)} as next`, ...own, byPlace };
}

const stepTo = (order: WalkOrder, db: Db | Trx, id: RawBuilder<number>) =>
  db
    .selectFrom("post")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(["post.id", "post.parent_id", "post.posted_at"])
    .select([keyOf(order).as("key"), bytes.as("bytes")])
    .where("post.id", "=", id);

const keyOf = (order: WalkOrder) => sql.ref<number>(`${keptIn[order].table}.${keptIn[order].key}`);
const bytes = sql<number>`octet_length(post.html)`;

const valuesOf = (value: ValueOf<First>) => ({
  parent: value("postId"),
  key: value("key"),
  at: value("at"),
  id: value("id"),
});

const firstIn = (order: WalkOrder) =>
  prepared((db, value: ValueOf<First>) => stepTo(order, db, nextId(order, valuesOf(value))));

const firsts = {
  old: firstIn("old"),
  new: firstIn("new"),
  best: firstIn("best"),
  across: firstIn("across"),
};

const column = (name: string) => sql.ref<number>(`walk.${name}`);
const walked: Values = {
  parent: column("parent_id"),
  key: column("key"),
  at: column("posted_at"),
  id: column("id"),
};

/** From a post to its first reply, and to its next sibling. */
const onward = (order: WalkOrder) =>
  sql<number>`case turn.column1 when 0 then ${firstId(order, walked.id)} else ${nextId(order, walked)} end`;

const walkIn = (order: WalkOrder) =>
  prepared((db, value: ValueOf<Walk>) =>
    db
      .withRecursive("walk(id, parent_id, posted_at, key, bytes)", (step) =>
        step
          .selectFrom(stepTo(order, db, nextId(order, valuesOf(value))).as("first"))
          .select(["id", "parent_id", "posted_at", "key", "bytes"])
          .unionAll(
            step
              .selectFrom("walk")
              .crossJoin(sql`(values (0), (1))`.as("turn"))
              .innerJoin("post", (join) => join.on(sql<SqlBool>`post.id = ${onward(order)}`))
              .innerJoin("tally", "tally.post_id", "post.id")
              .select(["post.id", "post.parent_id", "post.posted_at"])
              .select([keyOf(order).as("key"), bytes.as("bytes")]),
          ),
      )
      // No order is asked for: the engines hand over each step as they take it, and stop when there are enough.
      .selectFrom("walk")
      .select(["id", "posted_at", "key", "bytes"])
      .select((eb) => eb.ref("parent_id").$castTo<number>().as("parent_id"))
      .limit(value("limit")),
  );

const walks = {
  old: walkIn("old"),
  new: walkIn("new"),
  best: walkIn("best"),
  across: walkIn("across"),
};
