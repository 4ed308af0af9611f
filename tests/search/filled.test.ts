/** Searches in a forum of many posts, where nothing is found by looking at the newest alone. */
import { expect, inject, test } from "vitest";
import { fillForum } from "#app/filling/fill-forum.server.ts";
import { stopwatch } from "#app/search/search-posts.server.ts";
import { smallWish } from "../filling/filled.ts";
import { openForum, START } from "../forum.ts";
import { findIds, search } from "./forum.ts";

const isSqlite = inject("engine") === "sqlite";

test.runIf(isSqlite)(
  "one old sentence of common words is found among many posts, in both orders",
  async () => {
    const { db } = await openForum();
    const wish = { ...smallWish, posts: 20_000, threads: 1_250, people: 500 };
    const watch = { progress: () => {}, isStopped: () => false };
    await fillForum(db, wish, { now: START, hash: "a hash" }, watch);
    const old = await db
      .selectFrom("post")
      .select(["id", "body"])
      .where("posted_at", ">", 0)
      .orderBy("posted_at")
      .limit(1)
      .executeTakeFirstOrThrow();
    const sentence = "it is not that of the and with are for";
    expect(await findIds(db, `"${sentence}"`)).toEqual([]);
    await db
      .updateTable("post")
      .set({ body: `${old.body} ${sentence}.`, html: `<p>${sentence}.</p>` })
      .where("id", "=", old.id)
      .execute();
    let time = 0;
    for (const clock of [stopwatch, () => (time += 1_000)]) {
      for (const order of ["match", "newest"] as const) {
        const { posts, compared, reachedAt } = await search(db, `"${sentence}"`, { order, clock });
        expect([posts.map(({ id }) => id), compared, reachedAt]).toEqual([[old.id], null, null]);
        expect(posts[0]!.passage[0]).toEqual({ text: sentence, isMarked: true });
      }
    }
  },
);
