/** The index says what the posts say: compared with a reader who looks through all of them, after whatever was done to them. */
import { expect, inject, test } from "vitest";
import { backupForum } from "#app/moving/backup-forum.server.ts";
import { moveForum } from "#app/moving/move-forum.server.ts";
import { restoreForum } from "#app/moving/restore-forum.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { stemsOf } from "#app/search/words.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { emptyPlace, makeDemonstration, makePlace, patient } from "../moving/forums.ts";
import { dice } from "../moving/random-rows.ts";
import { beginThread, reply, sending } from "../threads/thread.ts";
import { findIds } from "./forum.ts";

const vocabulary = [
  "gannet",
  "gannets",
  "gulls",
  "licence",
  "licences",
  "weighing",
  "weights",
  "naïve",
  "Überlegung",
  "fork",
  "forks",
  "v2",
  "2026",
  "the",
];

const draw = dice(7);
const one = <T>(from: readonly T[]): T => from[draw(from.length)]!;
const words = (most: number) =>
  Array.from({ length: 1 + draw(most) }, () => one(vocabulary)).join(one([" ", " *", "-", ", "]));

/** What a search must find: every post that stands and has all words, or the phrase. */
async function lookThrough(db: Db, asked: string): Promise<number[]> {
  const posts = await db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .select(["post.id", "post.body", "post.depth", "thread.title"])
    .where("withdrawn_at", "is", null)
    .execute();
  const wanted = stemsOf(asked);
  const has = (text: string) => {
    const all = ` ${stemsOf(text).join(" ")} `;
    return asked.startsWith('"') ? all.includes(` ${wanted.join(" ")} `) : null;
  };
  return posts
    .filter(({ body, depth, title }) => {
      const texts = depth === 0 ? [title, body] : [body];
      if (asked.startsWith('"')) return texts.some(has);
      const stems = new Set(texts.flatMap(stemsOf));
      return wanted.every((stem) => stems.has(stem));
    })
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

const asks = [
  "gannet",
  "licence weights",
  "naive",
  "uberlegungen fork",
  '"gull licence"',
  '"the gannets"',
  "v2 2026",
  '"forks v2"',
  "the",
];

async function expectAll(db: Db) {
  for (const asked of asks) {
    expect([asked, (await findIds(db, asked)).sort((a, b) => a - b)]).toEqual([
      asked,
      await lookThrough(db, asked),
    ]);
  }
}

test("after any deeds in any order, a search finds what stands, and nothing else", async () => {
  const { db, ada } = await openForum();
  const posts: {
    id: number;
    threadId: number;
    isOpening: boolean;
    version: number;
    isWithdrawn: boolean;
  }[] = [];
  const steps = inject("engine") === "sqlite" ? 120 : 60;
  for (let step = 0; step < steps; step += 1) {
    const deed = draw(10);
    const post = posts.length > 0 ? one(posts) : null;
    if (!post || deed < 2) {
      const { threadId, openingId } = await beginThread(
        db,
        ada,
        { title: words(4), body: words(9) },
        { now: START + draw(9e6) },
      );
      posts.push({ id: openingId, threadId, isOpening: true, version: 1, isWithdrawn: false });
    } else if (deed < 6) {
      const id = await reply(
        db,
        ada,
        post.threadId,
        { body: words(9) },
        { now: START + draw(9e6) },
      ).catch(() => null);
      if (id)
        posts.push({
          id,
          threadId: post.threadId,
          isOpening: false,
          version: 1,
          isWithdrawn: false,
        });
    } else if (deed < 8 && !post.isWithdrawn) {
      await editPost(
        db,
        ada,
        post.id,
        {
          title: post.isOpening ? words(4) : null,
          body: `${words(9)} ${step}`,
          topics: post.isOpening ? ["Licences"] : null,
          version: post.version,
        },
        sending(),
      );
      post.version += 1;
    } else {
      await withdrawPost(db, ada, post.id, { isRestored: post.isWithdrawn, now: START });
      post.isWithdrawn = !post.isWithdrawn;
    }
    if (step % 20 === 19) await expectAll(db);
  }
});

test("a forum that moved, or came back from a backup, is searched as before", async () => {
  const file = await makeDemonstration();
  const before = openDatabase(`file:${file}`);
  const asked = ["licence", "weights by:Ada", "the", '"open weights"', "kind:question"];
  const found = async (db: Db) =>
    Promise.all(asked.map((each) => findIds(db, each).catch(() => [])));
  const expected = await found(before);
  await before.destroy();
  expect(expected.flat().length).toBeGreaterThan(20);
  const moved = await emptyPlace();
  await moveForum(`file:${file}`, moved, patient);
  const there = openDatabase(moved);
  expect(await found(there)).toEqual(expected);
  await there.destroy();
  const backup = `${makePlace()}/backup.db`;
  await backupForum(moved, backup, START, patient);
  // What was found there before is found no more.
  const restored = openDatabase(moved);
  await restored.updateTable("post").set({ body: "Nothing." }).execute();
  await restored.destroy();
  await restoreForum(backup, moved, { stamp: "20261122-000000", now: START }, patient);
  const again = openDatabase(moved);
  expect(await found(again)).toEqual(expected);
  await again.destroy();
});
