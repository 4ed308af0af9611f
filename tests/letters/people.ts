/** What the tests of letters share: somebody who follows, and posts that readers found worth reading. */

import { keepWish } from "#app/letters/change-wish.server.ts";
import type { Wish } from "#app/letters/wish.ts";
import { USUAL } from "#app/letters/wish.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { START } from "../forum.ts";
import { tallyMissing } from "../tallies.ts";

export { addressOf, confirmAddress, letters, ORIGIN } from "../mail/outbox.ts";

type Somebody = Pick<Person, "id">;

/** Keeps what somebody wishes for, from START on. */
export const wishFor = (db: Db, { id }: Somebody, wish: Partial<Wish> = {}, now = START) =>
  write(db, (trx) => keepWish(trx, id, { ...USUAL, digest: "daily", ...wish }, now));

export const wishOf = (db: Db, { id }: Somebody) =>
  db.selectFrom("letter_wish").selectAll().where("person_id", "=", id).executeTakeFirst();

export async function follow(
  db: Db,
  { id }: Somebody,
  kind: FollowKind,
  objectId: number,
  level: FollowLevel = "worth",
) {
  await db
    .insertInto("follow")
    .values({ person_id: id, kind, object_id: objectId, level, followed_at: START })
    .execute();
  if (level !== "muted") return;
  await db
    .updateTable("person")
    .set((eb) => ({ mute_count: eb("mute_count", "+", 1) }))
    .where("id", "=", id)
    .execute();
}

interface Words {
  title?: string;
  body?: string;
  at?: number;
  topic?: number;
}

/** A thread by somebody, with its opening post. */
export async function startThread(
  db: Db,
  { id: author_id }: Somebody,
  { title = "A thread", body = "First words.", at = START + 60, topic = 1 }: Words = {},
) {
  const times = { started_at: at, active_at: at };
  const { id } = await db
    .insertInto("thread")
    .values({ title, slug: "", author_id, excerpt: body, person_count: 1, ...times })
    .returning("id")
    .executeTakeFirstOrThrow();
  const post = await addPost(db, { thread_id: id, author_id, parent_id: null, body, at });
  await db.updateTable("thread").set({ opening_post_id: post }).where("id", "=", id).execute();
  await db
    .insertInto("thread_topic")
    .values({ thread_id: id, topic_id: topic, position: 0, ...times })
    .execute();
  return { id, post };
}

/** A reply to an opening post. */
export async function reply(
  db: Db,
  { id: author_id }: Somebody,
  thread: { id: number; post: number },
  { body = "An answer.", at = START + 120 }: Words = {},
) {
  const parent_id = thread.post;
  const post = await addPost(db, { thread_id: thread.id, author_id, parent_id, body, at });
  await db.updateTable("post").set({ branch_id: post }).where("id", "=", post).execute();
  await db.updateTable("thread").set({ active_at: at }).where("id", "=", thread.id).execute();
  await db
    .updateTable("thread_topic")
    .set({ active_at: at })
    .where("thread_id", "=", thread.id)
    .execute();
  return post;
}

interface NewPost {
  thread_id: number;
  author_id: number;
  parent_id: number | null;
  body: string;
  at: number;
}

async function addPost(db: Db, { body, at, ...post }: NewPost) {
  const { id } = await db
    .insertInto("post")
    .values({
      ...{ ...post, body, html: `<p>${body}</p>`, renderer: 1000, posted_at: at },
      ...{ depth: post.parent_id === null ? 0 : 1, kind: "reply" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tallyMissing(db);
  return id;
}

/** Lets readers have found a post worth so much, in billionths; shown to everybody, or not yet. */
export const found = (db: Db, post: number, substance: number, isShown = true) =>
  db
    .updateTable("tally")
    .set({
      ...{ substance, voter_count: 5, worth_count: 4 },
      shown_at: isShown ? START + 300 : null,
    })
    .where("post_id", "=", post)
    .execute();
