/** Who follows a post's topics, thread, branches or author, a batch at a time in the order of their ids. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { MOST_TOPICS } from "./read-told.server.ts";
import type { Followed, ToldPost } from "./recipients.ts";

export interface Followers {
  /** What each of them follows. */
  follows: Map<number, Followed[]>;
  /** The last person of the batch; null where nobody comes after it. */
  until: number | null;
}

/** Up to so many rows of each thing that is followed, of people after one: as far as all of them are there. */
export async function readFollowers(
  db: Db,
  post: ToldPost,
  after: number,
  most: number,
): Promise<Followers> {
  const rows = await followRows.all(db, {
    ...{ after, most, threadId: post.threadId, authorId: post.authorId },
    branchIds: post.branchIds,
    ...Object.fromEntries(topicPlaces.map((place, index) => [place, post.topicIds[index] ?? 0])),
  } as Asked);
  const until = lastComplete(rows, most);
  const follows = new Map<number, Followed[]>();
  for (const { person_id, part: _, object_id, ...row } of rows) {
    if (until !== null && person_id > until) continue;
    const held = follows.get(person_id) ?? [];
    held.push({ kind: row.kind, objectId: object_id, level: row.level });
    follows.set(person_id, held);
  }
  return { follows, until };
}

/** Where a part is full more may come: only those up to its end are known whole. */
function lastComplete(rows: readonly { person_id: number; part: number }[], most: number) {
  const parts = new Map<number, { count: number; last: number }>();
  for (const { person_id, part } of rows) {
    const so = parts.get(part) ?? { count: 0, last: 0 };
    parts.set(part, { count: so.count + 1, last: Math.max(so.last, person_id) });
  }
  // A branch that ends in the middle of somebody's follows is read again from before them.
  const ends = [...parts].flatMap(([part, { count, last }]) =>
    count < most ? [] : part === BRANCHES ? last - 1 : last,
  );
  return ends.length === 0 ? null : Math.min(...ends);
}

const topicPlaces = Array.from({ length: MOST_TOPICS }, (_, index) => `topic${index}` as const);
/** The one part in which somebody may stand more than once. */
const BRANCHES = 0;

type Asked = Record<`topic${number}` | "after" | "most" | "threadId" | "authorId", number> & {
  branchIds: readonly number[];
};

/** Each part by its own stretch of the index, which is in the order of people. */
const followRows = prepared((db, value: ValueOf<Asked>) => {
  const part = (number: number, kind: FollowKind) =>
    db
      .selectFrom("follow")
      .select(["person_id", "kind", "object_id", "level", sql.lit(number).as("part")])
      .where("kind", "=", sql.lit(kind) as never)
      .where("person_id", ">", value("after"))
      .orderBy("person_id")
      .limit(value("most"));
  const parts = [
    part(1, "thread").where("object_id", "=", value("threadId")),
    part(2, "person").where("object_id", "=", value("authorId")),
    ...topicPlaces.map((place, index) =>
      part(3 + index, "topic").where("object_id", "=", value(place)),
    ),
  ];
  const branches = part(BRANCHES, "branch").where(
    isAmong(db, sql.ref("object_id"), value("branchIds")),
  );
  const whole = (each: typeof branches) =>
    (db as Db | Trx)
      .selectFrom(each.as("part_rows"))
      .select(["person_id", "kind", "object_id", "level", "part"])
      .$castTo<Row>();
  return parts.reduce((all, each) => all.unionAll(whole(each)), whole(branches));
});

interface Row {
  person_id: number;
  kind: FollowKind;
  object_id: number;
  level: FollowLevel;
  part: number;
}
