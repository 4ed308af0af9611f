import { expect, test } from "vitest";
import { follow } from "#app/following/follow.server.ts";
import type { Person } from "#app/permissions.ts";
import { refreshDue } from "#app/ranking/refresh-due.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { Refusal } from "#app/refusals.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { recountThread } from "#app/threads/recount-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { undoThreadAct } from "#app/threads/undo-thread-act.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, START } from "../forum.ts";
import { chance } from "../http/random-deeds.ts";
import { wrongCounts } from "./counts.ts";
import { beginThread, refusalOf, reply, rowOf } from "./thread.ts";

const now = START + 60;
const why = { reason: "It is another question.", now };
const split = (db: Db, person: Person, postId: number) =>
  splitBranch(db, person, postId, { title: "Another question", ...why });
const merge = (
  db: Db,
  person: Person,
  threadId: number,
  intoId: number,
  parentId: number | null = null,
) => mergeThreads(db, person, threadId, { intoId, parentId, ...why });

const lastAct = (db: Db) =>
  db.selectFrom("action").selectAll().orderBy("id", "desc").executeTakeFirstOrThrow();

const undo = async (db: Db, person: Person) => {
  const act = await db.selectFrom("action").selectAll().orderBy("id", "desc").executeTakeFirst();
  if (!act) throw new Refusal(404, { key: "shields.undo.none" });
  await write(db, (trx) => undoThreadAct(trx, act, { personId: person.id, now: now + 1 }));
};

/** The rows of posts, as far as a place says anything. */
const places = (db: Db) =>
  db
    .selectFrom("post")
    .select(["id", "thread_id", "parent_id", "branch_id", "depth", "reply_count", "branch_count"])
    .orderBy("id")
    .execute();

async function tree(db: Db, { ada, ben }: { ada: Person; ben: Person }) {
  const { threadId, openingId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId);
  const second = await reply(db, ada, threadId, { parentId: first });
  const third = await reply(db, ben, threadId, { parentId: second });
  const other = await reply(db, ada, threadId, { parentId: second });
  return { threadId, openingId, first, second, third, other };
}

/** So many posts below one, each below one before it, or eight of them. */
async function grow(
  db: Db,
  wish: { threadId: number; first: number; count: number; authorIds: number[] },
) {
  const { threadId, first, count, authorIds } = wish;
  const ids = Array.from({ length: count }, (_, index) => first + 1 + index);
  const depths = new Map([[first, 1]]);
  for (let from = 0; from < count; from += 500) {
    const rows = ids.slice(from, from + 500).map((id, index) => {
      const parent = first + Math.floor((from + index) / 8);
      depths.set(id, depths.get(parent)! + 1);
      const placed = { thread_id: threadId, parent_id: parent, depth: depths.get(id)! };
      return { id, author_id: authorIds[id % authorIds.length]!, posted_at: START, ...placed };
    });
    await db
      .insertInto("post")
      .values(
        rows.map((row) => ({
          ...{ ...row, branch_id: first, kind: "reply" as const, renderer: 1 },
          ...{ body: "Words enough for a reply.", html: "<p>Words enough for a reply.</p>" },
        })),
      )
      .execute();
    await db
      .insertInto("tally")
      .values(
        rows.map(({ id, ...row }) => ({
          ...row,
          post_id: id,
          words: 5,
          substance: 0,
          best: 0,
          across: 0,
        })) as never,
      )
      .execute();
  }
  await db
    .updateTable("post")
    .set((eb) => ({
      reply_count: eb
        .selectFrom("post as child")
        .select((inner) => inner.fn.countAll<number>().as("count"))
        .whereRef("child.parent_id", "=", "post.id"),
    }))
    .execute();
  await db.updateTable("post").set({ branch_count: count }).where("id", "=", first).execute();
  await write(db, (trx) => recountThread(trx, threadId));
}

test("a branch that is split off is a thread of its own, and its author is told why", async () => {
  const forum = await openForum();
  const { db, mo } = forum;
  const { threadId, openingId, first, second, third, other } = await tree(db, forum);
  expect(await split(db, mo, second)).toBe("/threads/2-another-question");
  const rows = await places(db);
  const placeOf = (id: number) => rows.find((row) => row.id === id);
  expect(placeOf(second)).toMatchObject({
    thread_id: 2,
    parent_id: null,
    branch_id: null,
    depth: 0,
  });
  expect(placeOf(third)).toMatchObject({
    thread_id: 2,
    parent_id: second,
    branch_id: third,
    depth: 1,
  });
  expect(placeOf(other)).toMatchObject({ thread_id: 2, branch_id: other, depth: 1 });
  expect(placeOf(first)).toMatchObject({ thread_id: threadId, reply_count: 0, branch_count: 0 });
  expect(placeOf(openingId)).toMatchObject({ thread_id: threadId, reply_count: 1 });
  expect(await rowOf(db, "thread", 2)).toMatchObject({
    ...{ title: "Another question", author_id: forum.ada.id, opening_post_id: second },
    ...{ reply_count: 2, person_count: 2, excerpt: "I disagree, and here is why." },
  });
  expect(await wrongCounts(db)).toEqual([]);
  expect(await lastAct(db)).toMatchObject({
    ...{ kind: "split", by_id: mo.id, about_id: forum.ada.id, post_id: second, thread_id: 2 },
  });
  const notices = await db.selectFrom("notice").selectAll().execute();
  expect(notices).toMatchObject([{ person_id: forum.ada.id, kind: "decision" }]);
});

test("a thread that is merged is a branch below the post it is given, its own row tells where, and undoing gives it back", async () => {
  const forum = await openForum();
  const { db, ada, ben, mo } = forum;
  const { threadId, first } = await tree(db, forum);
  const { threadId: mergedId, openingId } = await beginThread(db, ben, { topics: ["Licences"] });
  await reply(db, ada, mergedId);
  const before = { places: await places(db), thread: await rowOf(db, "thread", mergedId) };
  expect(await merge(db, mo, mergedId, threadId, first)).toMatch(`#post-${openingId}`);
  const rows = await places(db);
  expect(rows.find(({ id }) => id === openingId)).toMatchObject({
    ...{ thread_id: threadId, parent_id: first, branch_id: first, depth: 2 },
  });
  expect(await rowOf(db, "thread", mergedId)).toMatchObject({ merged_into_id: threadId });
  expect(await wrongCounts(db)).toEqual([]);
  await undo(db, mo);
  expect(await places(db)).toEqual(before.places);
  const { version: _, best: __, title_reader: ___, fresh_until: ____, ...thread } = before.thread;
  expect(await rowOf(db, "thread", mergedId)).toMatchObject(thread);
  expect(await wrongCounts(db)).toEqual([]);
});

test("undoing a split puts the branch back where it was, with what was answered meanwhile", async () => {
  const forum = await openForum();
  const { db, mo, ben } = forum;
  const { second, first, threadId } = await tree(db, forum);
  await split(db, mo, second);
  const late = await reply(db, ben, 2);
  await undo(db, mo);
  const rows = await places(db);
  expect(rows.find(({ id }) => id === late)).toMatchObject({
    ...{ thread_id: threadId, parent_id: second, branch_id: first, depth: 3 },
  });
  expect(await rowOf(db, "thread", 2)).toMatchObject({ merged_into_id: threadId });
  expect(await wrongCounts(db)).toEqual([]);
});

test("who follows a thread follows the branch that it becomes, and who wrote in a branch the thread that it becomes", async () => {
  const forum = await openForum();
  const { db, ada, ben, nia, mo } = forum;
  const { threadId, second } = await tree(db, forum);
  const doing = { now: START, limits: 1_000 };
  const thing = (id: number) => ({
    thing: { kind: "thread" as const, id },
    level: "muted" as const,
  });
  await follow(db, nia, thing(threadId), doing);
  await split(db, mo, second);
  const followers = async (kind: "thread" | "branch", id: number) =>
    (
      await db
        .selectFrom("follow")
        .select(["person_id", "level"])
        .where("kind", "=", kind)
        .where("object_id", "=", id)
        .orderBy("person_id")
        .execute()
    ).map(({ person_id }) => person_id);
  expect(await followers("thread", 2)).toEqual([ada.id, ben.id]);
  const { threadId: mergedId, openingId } = await beginThread(db, ben);
  await follow(db, nia, thing(mergedId), doing);
  await merge(db, mo, mergedId, threadId);
  expect(await followers("branch", openingId)).toEqual([ben.id, nia.id]);
  const { mute_count } = await db
    .selectFrom("person")
    .select("mute_count")
    .where("id", "=", nia.id)
    .executeTakeFirstOrThrow();
  expect(mute_count).toBe(3);
});

test("AC-115: a reply to a post that was split off or merged while it was written stands where that post stands; one to a merged thread itself is refused", async () => {
  const forum = await openForum();
  const { db, ben, mo } = forum;
  const { threadId, second } = await tree(db, forum);
  await split(db, mo, second);
  const late = await reply(db, ben, threadId, { parentId: second });
  expect(await rowOf(db, "post", late)).toMatchObject({ thread_id: 2, parent_id: second });
  const { threadId: mergedId, openingId } = await beginThread(db, ben);
  await merge(db, mo, mergedId, threadId);
  const later = await reply(db, ben, mergedId, { parentId: openingId });
  expect(await rowOf(db, "post", later)).toMatchObject({ thread_id: threadId });
  expect(await refusalOf(db, () => reply(db, ben, mergedId))).toEqual({
    ...{ status: 409, key: "shields.merged.reply" },
  });
  expect(await wrongCounts(db)).toEqual([]);
});

test("AC-067: members split, merge and move nothing; nothing is split that opens a thread or is withdrawn, and nothing merged into itself or what is merged", async () => {
  const forum = await openForum();
  const { db, ada, mo } = forum;
  const { threadId, openingId, second } = await tree(db, forum);
  const { threadId: otherId } = await beginThread(db, ada);
  const refused = (deed: () => Promise<unknown>) => refusalOf(db, deed);
  const notYours = { status: 403, key: "refused.moderators-only" };
  expect(await refused(() => split(db, ada, second))).toEqual(notYours);
  expect(await refused(() => merge(db, ada, otherId, threadId))).toEqual(notYours);
  const topics = { topics: ["Licences"], ...why };
  expect(await refused(() => moveToTopics(db, ada, threadId, topics))).toEqual(notYours);
  expect(await refused(() => split(db, mo, openingId))).toMatchObject({ status: 409 });
  expect(await refused(() => merge(db, mo, threadId, threadId))).toMatchObject({ status: 422 });
  expect(await refused(() => merge(db, mo, threadId, 99))).toMatchObject({ status: 422 });
  expect(await refused(() => merge(db, mo, otherId, threadId, 99))).toMatchObject({ status: 422 });
  await merge(db, mo, otherId, threadId);
  expect(await refused(() => merge(db, mo, threadId, otherId))).toMatchObject({ status: 422 });
  expect(await refused(() => merge(db, mo, otherId, threadId))).toMatchObject({ status: 409 });
});

test("a thread that is moved stands in its new topics, and undoing brings it back", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await moveToTopics(db, mo, threadId, { topics: ["Licences"], ...why });
  const topics = () => db.selectFrom("thread_topic").select("topic_id").execute();
  expect(await topics()).toEqual([{ topic_id: 2 }]);
  expect(await lastAct(db)).toMatchObject({ kind: "move", about_id: ada.id });
  await undo(db, mo);
  expect(await topics()).toEqual([{ topic_id: 1 }]);
  expect(await wrongCounts(db)).toEqual([]);
});

test("whatever is split, merged and undone in a forest grown at random, every count is that of a recount", async () => {
  const { db, ada, ben, mo } = await openForum();
  const random = chance(7);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const people = [ada, ben, mo];
  const done = { split: 0, merge: 0, undo: 0 };
  for (let index = 0; index < 4; index += 1) {
    await beginThread(db, pick(people), { topics: ["Open weights", "Licences"].slice(index % 2) });
  }
  for (let step = 0; step < 150; step += 1) {
    const posts = await places(db);
    const dice = random();
    const post = pick(posts);
    try {
      if (dice < 0.55) await reply(db, pick(people), post.thread_id, { parentId: post.id });
      else if (dice < 0.7) {
        const wish = { worth: 1 as const, agree: 0 as const };
        await castVote(db, pick(people), post.id, wish, START + 90_000);
        await refreshThreads(db, START + 90_000);
      } else if (dice < 0.82) {
        await split(db, mo, post.id);
        done.split += 1;
      } else if (dice < 0.92) {
        const into = pick(posts);
        await merge(db, mo, post.thread_id, into.thread_id, into.id);
        done.merge += 1;
      } else {
        await undo(db, mo);
        done.undo += 1;
      }
    } catch (error) {
      if (!(error instanceof Refusal) && !(error as { problems?: unknown }).problems) throw error;
    }
    if (step % 10 === 0) await refreshDue(db, now);
    expect(await wrongCounts(db), `step ${step}`).toEqual([]);
  }
  expect(Math.min(...Object.values(done))).toBeGreaterThan(3);
});

test("a branch of five thousand posts is split off and put back in bounded time", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await reply(db, ben, threadId);
  await grow(db, { threadId, first, count: 5_000, authorIds: [ada.id, ben.id, mo.id] });
  expect(await wrongCounts(db)).toEqual([]);
  const began = performance.now();
  await split(db, mo, first);
  await undo(db, mo);
  const took = performance.now() - began;
  expect(took).toBeLessThan(20_000);
  expect(await wrongCounts(db)).toEqual([]);
}, 60_000);
