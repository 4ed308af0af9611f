import { describe, expect, test } from "vitest";
import { tellOfPost } from "#app/notices/tell-of-post.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { listenTo } from "../db/plan.ts";
import { deliverAll } from "../events/events.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";
import { addReaders } from "../votes/readers.ts";
import { follow, noticesOf, toldTo } from "./follow.ts";

const last = async (db: Db) =>
  (await db.selectFrom("event").select("id").orderBy("id", "desc").executeTakeFirstOrThrow()).id;

describe("a reply", () => {
  test("is told to whoever it answers, and to nobody else", async () => {
    const forum = await openForum();
    const { db, ada, ben, nia } = forum;
    const { threadId } = await beginThread(db, ada);
    const first = await reply(db, ben, threadId);
    await reply(db, nia, threadId, { parentId: first });
    await reply(db, ben, threadId, { parentId: first });
    await deliverAll(db);
    expect(await toldTo(db, ada)).toEqual(["reply 1"]);
    expect(await toldTo(db, ben)).toEqual(["reply 1"]);
    expect(await toldTo(db, nia)).toEqual([]);
  });

  test("that mentions and quotes is told once, and goes out as a letter a minute later", async () => {
    const { db, ada, ben, nia } = await openForum();
    const { threadId, openingId } = await beginThread(db, ada);
    const body = `> [Ada](/posts/${openingId}):\n> A licence that forbids a use is not open.\n\n@Ada and @Nia, no.`;
    const id = await reply(db, ben, threadId, { body });
    await deliverAll(db, START + 5);
    const [told, ...others] = await noticesOf(db, ada);
    expect(others).toEqual([]);
    expect(told).toMatchObject({ kind: "mention", subject: `mention:thread:${threadId}` });
    expect(told).toMatchObject({
      count: 1,
      from_id: ben.id,
      first_post_id: id,
      latest_post_id: id,
    });
    expect(told).toMatchObject({ changed_at: START + 5, read_at: null, letter_at: START + 65 });
    expect(await toldTo(db, nia)).toEqual(["mention 1"]);
  });

  test("makes a notice grow until that is read", async () => {
    const { db, ada, ben, nia, mo } = await openForum();
    const { threadId } = await beginThread(db, ada);
    await follow(db, [mo], "thread", threadId, "every");
    const first = await reply(db, ben, threadId);
    await deliverAll(db, START);
    await reply(db, nia, threadId);
    const third = await reply(db, ben, threadId);
    await deliverAll(db, START + 9);
    const [grown, ...none] = await noticesOf(db, mo);
    expect(none).toEqual([]);
    expect(grown).toMatchObject({ kind: "thread", count: 3, from_id: ben.id, letter_at: null });
    expect(grown).toMatchObject({ first_post_id: first, latest_post_id: third });
    expect(grown!.changed_at).toBe(START + 9);
    await db.updateTable("notice").set({ read_at: START }).execute();
    await reply(db, ben, threadId);
    await deliverAll(db);
    expect(await toldTo(db, mo)).toEqual(["thread 3", "thread 1"]);
  });

  test("that was withdrawn before it was told is told to nobody", async () => {
    const { db, ada, ben, mo } = await openForum();
    const { threadId } = await beginThread(db, ada);
    await follow(db, [mo], "thread", threadId, "every");
    await deliverAll(db);
    const id = await reply(db, ben, threadId, { body: "@Ada, I take this back." });
    await withdrawPost(db, ben, id, { isRestored: false, now: START });
    await deliverAll(db);
    expect([...(await toldTo(db, ada)), ...(await toldTo(db, mo))]).toEqual([]);
  });

  test("with a muted word, be it in its thread's title, is not told", async () => {
    const { db, ada, ben, nia, mo, root } = await openForum();
    const word = (person: { id: number }, word: string) =>
      db
        .insertInto("mute_word")
        .values({ person_id: person.id, word, shown: word, muted_at: START })
        .execute();
    const { threadId } = await beginThread(db, ada, { title: "On distilled models" });
    await follow(db, [nia, mo, root], "thread", threadId, "every");
    await word(nia, "tulips");
    await word(mo, "distilled");
    await reply(db, ben, threadId, { body: "It is about *tu*lips, and nothing else." });
    await deliverAll(db);
    expect(await toldTo(db, nia)).toEqual([]);
    expect(await toldTo(db, mo)).toEqual([]);
    expect(await toldTo(db, root)).toEqual(["thread 1"]);
  });

  test("below a followed branch is told, also far below", async () => {
    const { db, ada, ben, nia, mo } = await openForum();
    const { threadId } = await beginThread(db, ada);
    const first = await reply(db, ben, threadId);
    await deliverAll(db);
    await follow(db, [nia], "branch", first, "every");
    let below = first;
    for (let depth = 0; depth < 120; depth += 1) {
      below = await reply(db, ada, threadId, { parentId: below });
    }
    await reply(db, ada, threadId);
    await follow(db, [mo], "branch", below, "every");
    await deliverAll(db);
    expect(await toldTo(db, nia)).toEqual(["branch 120"]);
    expect(await toldTo(db, mo)).toEqual(["branch 1"]);
  });
});

test("a new thread is told to those who follow its topic or its author, or are mentioned", async () => {
  const { db, ada, ben, nia, mo, root } = await openForum();
  await follow(db, [ben], "topic", 1, "every");
  await follow(db, [nia], "topic", 1, "worth");
  await follow(db, [mo], "person", ada.id, "every");
  const { openingId } = await beginThread(db, ada, { body: "What does @Root think of it?" });
  await deliverAll(db);
  expect(await noticesOf(db, ben)).toMatchObject([
    { kind: "topic", about_id: 1, first_post_id: openingId },
  ]);
  expect(await noticesOf(db, mo)).toMatchObject([{ kind: "person", about_id: ada.id }]);
  expect(await toldTo(db, root)).toEqual(["mention 1"]);
  expect([...(await toldTo(db, nia)), ...(await toldTo(db, ada))]).toEqual([]);
});

test("wishes to hear nothing are asked of those alone who would hear", async () => {
  const { db, ada, ben, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await reply(db, ben, threadId);
  const other = await reply(db, ada, threadId);
  await deliverAll(db);
  const wishes = ["notice_stop", "mute_word", "block"];
  const wishesAskedFor = async (parentId: number | null, body: string) => {
    const postId = await reply(db, nia, threadId, { parentId, body });
    const { listening, asked } = listenTo(db);
    await tellOfPost(listening, { id: await last(db), postId, isFound: false }, START);
    return wishes.filter((table) => asked.some(({ sql }) => sql.includes(`"${table}"`)));
  };
  await follow(db, [ben], "thread", threadId, "worth");
  expect(await wishesAskedFor(other, "As it is written.")).toEqual(wishes);
  await db.updateTable("post").set({ author_id: nia.id }).where("id", "=", other).execute();
  expect(await wishesAskedFor(other, "As it is said.")).toEqual([]);
  expect(await wishesAskedFor(other, "@Ben, as it is meant.")).toEqual(wishes);
});

describe("where many follow", () => {
  const MANY = 700;

  test("whoever dies halfway leaves nobody told twice, and nobody untold", async () => {
    const { db, ada, ben } = await openForum();
    const { threadId } = await beginThread(db, ada);
    await deliverAll(db);
    const readers = await addReaders(db, MANY);
    await follow(db, readers, "thread", threadId, "every");
    await follow(db, readers.slice(0, 300), "topic", 1, "every");
    const postId = await reply(db, ben, threadId);
    const told = { id: await last(db), postId, isFound: false };
    for (const writes of [1, 1, 0]) {
      await expect(tellOfPost(dying(db, writes), told, START)).rejects.toThrow("killed");
    }
    const half = await db.selectFrom("notice").select("person_id").execute();
    expect(half.length).toBeGreaterThan(100);
    expect(half.length).toBeLessThan(MANY);
    await deliverAll(db);
    expect(await countsOf(db)).toEqual({ 1: MANY + 1 });
  });

  test("two processes at once tell each person once", async () => {
    const { db, second, ada, ben } = await openTwice();
    const { threadId } = await beginThread(db, ada);
    await deliverAll(db);
    await follow(db, await addReaders(db, MANY), "thread", threadId, "every");
    const postId = await reply(db, ben, threadId);
    const told = { id: await last(db), postId, isFound: false };
    await Promise.all([db, second, db].map((handle) => tellOfPost(handle, told, START)));
    expect(await countsOf(db)).toEqual({ 1: MANY + 1 });
    await tellOfPost(second, told, START);
    expect(await countsOf(db)).toEqual({ 1: MANY + 1 });
  });
});

/** How many notices have each count. */
async function countsOf(db: Db) {
  const rows = await db.selectFrom("notice").select(["count", "person_id"]).execute();
  expect(new Set(rows.map(({ person_id }) => person_id)).size).toBe(rows.length);
  const counts: Record<number, number> = {};
  for (const { count } of rows) counts[count] = (counts[count] ?? 0) + 1;
  return counts;
}

/** A handle by which so many transactions are kept; the next is begun and never ended well. */
function dying(db: Db, kept: number): Db {
  let left = kept;
  return new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name, target);
      if (name !== "transaction") return typeof value === "function" ? value.bind(target) : value;
      return () => {
        const begun = target.transaction();
        return {
          setIsolationLevel: (level: "serializable") => ({
            execute: (deed: (trx: never) => Promise<unknown>) =>
              begun.setIsolationLevel(level).execute(async (trx) => {
                const answer = await deed(trx as never);
                if (left === 0) throw new Error("killed");
                left -= 1;
                return answer;
              }),
          }),
        };
      };
    },
  });
}
