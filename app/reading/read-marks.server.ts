import { type RawBuilder, sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import type { Marks, PostMarks, Thanks } from "../posts/post-marks.ts";
import { readVotes } from "./read-votes.server.ts";
import type { PostIds, ShownPosts } from "./shown-posts.ts";

/** Most people who are named below a post that they thanked for. */
const MOST_NAMED = 20;
/** Most posts that a reader saved or thanked for between a page's first and last; who has more is asked for each post. */
const MOST_BETWEEN = 500;

/** What a page's posts are to the reader: voted on, saved, thanked, or their own and thanked for. */
export async function readMarks(
  db: Db,
  person: Person,
  posts: ShownPosts<{ id: number; authorId: number }>,
): Promise<Marks> {
  const marks: Marks = {};
  const { ids } = posts;
  const markOf = (id: number): PostMarks => {
    marks[id] ??= {};
    return marks[id];
  };
  for (const id of await findMarked(db, "saved_post", person, ids)) {
    markOf(id).isSaved = true;
  }
  for (const id of await findMarked(db, "thanks", person, ids)) {
    markOf(id).isThanked = true;
  }
  for (const [id, vote] of await readVotes(db, person, ids)) markOf(id).vote = vote;
  const own = posts.by(person.id).map(({ id }) => id);
  for (const { id, thanks } of own.length > 0 ? await readThanks(db, person, own) : []) {
    markOf(id).thanks = thanks;
  }
  return marks;
}

type Marked = "saved_post" | "thanks";

/** Posts that a person marked, those of a page among them: most people marked few, so the page's stretch of ids is asked for at once. */
async function findMarked(db: Db, table: Marked, person: Person, ids: PostIds) {
  if (ids.all.length === 0) return [];
  const personId = person.id;
  const between = { personId, first: ids.first, last: ids.last };
  const rows = await marked[table].between.all(db, between);
  const exact =
    rows.length > MOST_BETWEEN
      ? await marked[table].among.all(db, { personId, ids: ids.all })
      : rows;
  return exact.flatMap(({ post_id }) => (ids.has(post_id) ? post_id : []));
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

/** Who thanked for posts, the latest first, and how many did, without those whom their author mutes. */
async function readThanks(
  db: Db,
  { id: personId }: Person,
  own: number[],
): Promise<{ id: number; thanks: Thanks }[]> {
  const found: { id: number; thanks: Thanks }[] = [];
  // Most posts are thanked for by nobody.
  for (const { post_id: id, count } of await countsOf.all(db, { personId, own })) {
    const thankers = await latestOf.all(db, { personId, id });
    found.push({ id, thanks: { count: Number(count), names: thankers.map(({ name }) => name) } });
  }
  return found;
}

const unmuted = (db: Db | Trx, personId: RawBuilder<number>) =>
  db
    .selectFrom("thanks")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("follow")
            .select("follow.person_id")
            .where("follow.person_id", "=", personId)
            .where("follow.kind", "=", "person")
            .whereRef("follow.object_id", "=", "thanks.person_id")
            .where("follow.level", "=", "muted"),
        ),
      ),
    );

/** All are counted, in indexes alone. */
const countsOf = prepared((db, value: ValueOf<{ personId: number; own: readonly number[] }>) =>
  unmuted(db, value("personId"))
    .select((eb) => ["post_id", eb.fn.countAll<number>().as("count")])
    .where(isAmong(db, sql.ref("post_id"), value("own")))
    .groupBy("post_id")
    .orderBy("post_id"),
);

const latestOf = prepared((db, value: ValueOf<{ personId: number; id: number }>) =>
  unmuted(db, value("personId"))
    .innerJoin("person", "person.id", "thanks.person_id")
    .select("person.name")
    .where("thanks.post_id", "=", value("id"))
    .orderBy("thanks.thanked_at", "desc")
    .orderBy("thanks.person_id", "desc")
    .limit(MOST_NAMED),
);
