import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import type { Marks, PostMarks, Thanks } from "../posts/post-marks.ts";

/** Most people who are named below a post that they thanked for. */
const MOST_NAMED = 20;
/** Most of a post's thanks among which those are found, those who joined last before others. */
const MOST_LOOKED_AT = 1_000;
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
  for (const { id, thanks } of own.length > 0 ? await readThanks(db, own) : []) {
    markOf(id).thanks = thanks;
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

/** Who thanked for posts, the latest first, and how many did. */
async function readThanks(db: Db, own: number[]): Promise<{ id: number; thanks: Thanks }[]> {
  const found = (await thanksFor.all(db, { own })).flatMap(({ id, count, thankers }) =>
    thankers ? { id, count: Number(count), thankers: thankers.split(",").map(Number) } : [],
  );
  if (found.length === 0) return [];
  const ids = [...new Set(found.flatMap(({ thankers }) => thankers))];
  const nameOf = new Map<number, string>();
  for (const { id, name } of await namesOf.all(db, { ids })) nameOf.set(id, name);
  return found.map(({ id, count, thankers }) => ({
    id,
    thanks: { count, names: thankers.map((thanker) => nameOf.get(thanker)!) },
  }));
}

/** All are counted, in an index alone; who is named is found among few. */
const thanksFor = prepared((db, value: ValueOf<{ own: readonly number[] }>) =>
  db
    .selectFrom("post as shown")
    .select("shown.id")
    .select((eb) =>
      eb
        .selectFrom("thanks")
        .select((eb) => eb.fn.countAll<number>().as("count"))
        .whereRef("thanks.post_id", "=", "shown.id")
        .as("count"),
    )
    .select((eb) =>
      eb
        .selectFrom((eb) =>
          eb
            .selectFrom((eb) =>
              eb
                .selectFrom("thanks")
                .select(["thanks.person_id", "thanks.thanked_at"])
                .whereRef("thanks.post_id", "=", "shown.id")
                .orderBy("thanks.person_id", "desc")
                .limit(MOST_LOOKED_AT)
                .as("looked"),
            )
            .selectAll()
            .orderBy("thanked_at", "desc")
            .orderBy("person_id")
            .limit(MOST_NAMED)
            .as("latest"),
        )
        .select(
          sql<
            string | null
          >`string_agg(cast(person_id as text), ',' order by thanked_at desc, person_id)`.as(
            "told",
          ),
        )
        .as("thankers"),
    )
    .where(isAmong(db, sql.ref("shown.id"), value("own")))
    // Most are thanked for by nobody.
    .where(({ exists, selectFrom }) =>
      exists(selectFrom("thanks").select("person_id").whereRef("thanks.post_id", "=", "shown.id")),
    ),
);

const namesOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("person")
    .select(["id", "name"])
    .where(isAmong(db, sql.ref("id"), value("ids"))),
);
