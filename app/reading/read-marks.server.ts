import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { padList } from "#db/pad-list.ts";
import type { Person } from "../permissions.ts";
import type { Marks, PostMarks } from "../posts/post-marks.ts";

/** Most people who are named below a post that they thanked for. */
const MOST_NAMED = 20;

/** What a page's posts are to the reader: saved, thanked, or their own and thanked for. */
export async function readMarks(
  db: Db,
  person: Person,
  posts: readonly { id: number; authorId: number }[],
): Promise<Marks> {
  const marks: Marks = {};
  const markOf = (id: number): PostMarks => {
    marks[id] ??= {};
    return marks[id];
  };
  const own = posts.filter(({ authorId }) => authorId === person.id);
  const all = idsOf(posts);
  for (const { post_id } of await savedAmong(db, person, all)) markOf(post_id).isSaved = true;
  for (const { post_id } of await thankedAmong(db, person, all)) markOf(post_id).isThanked = true;
  for (const { post_id, count, name } of await thanksFor(db, idsOf(own))) {
    const mark = markOf(post_id);
    mark.thanks ??= { count, names: [] };
    mark.thanks.names.push(name);
  }
  return marks;
}

const idsOf = (posts: readonly { id: number }[]) => padList(posts.map(({ id }) => id));

const savedAmong = (db: Db, person: Person, ids: number[]) =>
  db
    .selectFrom("saved_post")
    .select("post_id")
    .where("person_id", "=", person.id)
    .where("post_id", "in", ids)
    .execute();

const thankedAmong = (db: Db, person: Person, ids: number[]) =>
  db
    .selectFrom("thanks")
    .select("post_id")
    .where("post_id", "in", ids)
    .where("person_id", "=", person.id)
    .execute();

/** Who thanked for posts, and how many, the latest first. */
async function thanksFor(db: Db, ids: number[]) {
  if (ids.length === 0) return [];
  const ranked = db
    .selectFrom("thanks")
    .innerJoin("person", "person.id", "thanks.person_id")
    .select(["thanks.post_id", "person.name"])
    .select([
      sql<number>`row_number() over (partition by thanks.post_id order by thanks.thanked_at desc, thanks.person_id)`.as(
        "place",
      ),
      sql<number>`count(*) over (partition by thanks.post_id)`.as("count"),
    ])
    .where("thanks.post_id", "in", ids);
  return db
    .selectFrom(ranked.as("ranked"))
    .selectAll()
    .where("place", "<=", MOST_NAMED)
    .orderBy("post_id")
    .orderBy("place")
    .execute();
}
