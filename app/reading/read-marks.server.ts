import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import type { Marks, PostMarks } from "../posts/post-marks.ts";

/** Most people who are named below a post that they thanked for. */
const MOST_NAMED = 20;
/** Most posts that a reader saved or thanked for between a page's first and last; who has more is asked for each post. */
const MOST_BETWEEN = 500;

/** What a page's posts are to the reader: saved, thanked, or their own and thanked for. */
export async function readMarks(
  db: Db,
  person: Person,
  posts: readonly { id: number; authorId: number }[],
): Promise<Marks> {
  const marks: Marks = {};
  const ids = posts.map(({ id }) => id);
  const shown = new Set(ids);
  const markOf = (id: number): PostMarks => {
    marks[id] ??= {};
    return marks[id];
  };
  for (const id of await findMarked(db, "saved_post", person, ids)) {
    if (shown.has(id)) markOf(id).isSaved = true;
  }
  for (const id of await findMarked(db, "thanks", person, ids)) {
    if (shown.has(id)) markOf(id).isThanked = true;
  }
  const own = posts.flatMap(({ id, authorId }) => (authorId === person.id ? id : []));
  for (const { post_id, count, name } of own.length > 0 ? await thanksFor.all(db, { own }) : []) {
    const mark = markOf(post_id);
    mark.thanks ??= { count, names: [] };
    mark.thanks.names.push(name);
  }
  return marks;
}

type Marked = "saved_post" | "thanks";

/** Posts that a person marked, those of a page among them: most people marked few, so the page's stretch of ids is asked for at once. */
async function findMarked(db: Db, table: Marked, person: Person, ids: number[]) {
  if (ids.length === 0) return [];
  const personId = person.id;
  const between = { personId, first: Math.min(...ids), last: Math.max(...ids) };
  const rows = await marked[table].between.all(db, between);
  const exact =
    rows.length > MOST_BETWEEN ? await marked[table].among.all(db, { personId, ids }) : rows;
  return exact.map(({ post_id }) => post_id);
}

const markedIn = (table: Marked) => ({
  between: prepared((db, value: ValueOf<{ personId: number; first: number; last: number }>) =>
    db
      .selectFrom(table)
      .select("post_id")
      .where("person_id", "=", value("personId"))
      .where("post_id", ">=", value("first"))
      .where("post_id", "<=", value("last"))
      .limit(MOST_BETWEEN + 1),
  ),
  among: prepared((db, value: ValueOf<{ personId: number; ids: readonly number[] }>) =>
    db
      .selectFrom(table)
      .select("post_id")
      .where("person_id", "=", value("personId"))
      .where(isAmong(db, sql.ref("post_id"), value("ids"))),
  ),
});
const marked = { saved_post: markedIn("saved_post"), thanks: markedIn("thanks") };

/** Who thanked for posts, and how many, the latest first. */
const thanksFor = prepared((db, value: ValueOf<{ own: readonly number[] }>) =>
  db
    .selectFrom(
      db
        .selectFrom("thanks")
        .innerJoin("person", "person.id", "thanks.person_id")
        .select(["thanks.post_id", "person.name"])
        .select([
          sql<number>`row_number() over (partition by thanks.post_id order by thanks.thanked_at desc, thanks.person_id)`.as(
            "place",
          ),
          sql<number>`count(*) over (partition by thanks.post_id)`.as("count"),
        ])
        .where(isAmong(db, sql.ref("thanks.post_id"), value("own")))
        .as("ranked"),
    )
    .selectAll()
    .where("place", "<=", MOST_NAMED)
    .orderBy("post_id")
    .orderBy("place"),
);
