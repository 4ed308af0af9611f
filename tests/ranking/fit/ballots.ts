/** Votes at random, written as rows with nothing counted yet: what the nightly fit makes of them is to be right whatever they held. */
import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { START } from "../../forum.ts";
import { dice } from "../../moving/random-rows.ts";
import { tallyMissing } from "../../tallies.ts";

export const DAY = 86_400;

/** People, and threads of a topic with posts by them, as a test needs them; answers the ids. */
export async function peopleAndPosts(
  db: Db,
  {
    people,
    posts,
    threads = 4,
    authors = people,
    seed = 1,
  }: Record<"people" | "posts", number> & { authors?: number; threads?: number; seed?: number },
) {
  const draw = dice(seed);
  const ids: number[] = [];
  for (let number = 1; number <= people; number += 1) {
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name: `Voter ${number}`, name_key: `voter ${number}`, role: "member" as const },
        ...{ level: draw(5) === 0 ? 0 : 1, about: "", about_html: "", joined_at: START - DAY },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    ids.push(id);
  }
  const postIds: number[] = [];
  for (let number = 1; number <= threads; number += 1) {
    const thread = await db
      .insertInto("thread")
      .values({
        ...{ title: `Thread ${number}`, slug: "thread", author_id: ids[0]!, excerpt: "" },
        ...{ started_at: START - DAY, active_at: START },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db
      .insertInto("thread_topic")
      .values({
        ...{ thread_id: thread.id, topic_id: 1 + (number % 2), position: 0 },
        ...{ started_at: START - DAY, active_at: START },
      })
      .execute();
    await db
      .insertInto("thread_person")
      .values(ids.map((person_id) => ({ thread_id: thread.id, person_id, post_count: 1 })))
      .execute();
    let opening: number | null = null;
    for (let place = 0; place < posts / threads; place += 1) {
      const { id } = await db
        .insertInto("post")
        .values({
          ...{ thread_id: thread.id, author_id: ids[draw(authors)]!, kind: "reply" as const },
          ...{ parent_id: opening, branch_id: null, depth: opening === null ? 0 : 1 },
          ...{ body: "", html: "", renderer: 1, posted_at: START - draw(9 * DAY) },
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      opening ??= id;
      postIds.push(id);
    }
    await db
      .updateTable("thread")
      .set({ opening_post_id: opening })
      .where("id", "=", thread.id)
      .execute();
  }
  await tallyMissing(db);
  await sql`update tally set words = post_id * 7 % 400`.execute(db);
  return { ids, postIds };
}

/** Whether somebody, by their place among people, agrees with a post, by its place among posts; and with which chance anybody votes. */
export interface Habits {
  agrees: (person: number, post: number) => boolean;
  inHundred: number;
  seed?: number;
}

/** Rows of votes with nothing counted; people vote on nothing of their own. */
export async function voteByHand(
  db: Db,
  { ids, postIds }: Awaited<ReturnType<typeof peopleAndPosts>>,
  { agrees, inHundred, seed = 2 }: Habits,
) {
  const draw = dice(seed);
  const authors = new Map(
    (await db.selectFrom("post").select(["id", "author_id"]).execute()).map((post) => [
      post.id,
      post.author_id,
    ]),
  );
  const rows = [];
  for (const [place, post_id] of postIds.entries()) {
    for (const [index, person_id] of ids.entries()) {
      const author_id = authors.get(post_id)!;
      if (author_id === person_id || draw(100) >= inHundred) continue;
      const agree = draw(10) === 0 ? 0 : agrees(index, place) ? 1 : -1;
      const cast_at = START - 1 - draw(60 * DAY);
      rows.push({
        ...{ post_id, person_id, author_id, worth: draw(2) as 0 | 1, agree: agree as -1 | 0 | 1 },
        ...{ weight: 0, to_left: 0, to_right: 0, cast_at, changed_at: cast_at },
      });
    }
  }
  for (let from = 0; from < rows.length; from += 400) {
    await db
      .insertInto("vote")
      .values(rows.slice(from, from + 400))
      .execute();
  }
  return rows.length;
}
