/** A thousand mixed deeds, then every stored count is counted afresh. */
import { expect, test } from "vitest";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { Refusal } from "#app/refusals.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { postReply } from "#app/threads/post-reply.server.ts";
import { startThread } from "#app/threads/start-thread.server.ts";
import { mergeTopics } from "#app/topics/change-topics.server.ts";
import { openForum, START } from "../forum.ts";
import { wrongCounts } from "./counts.ts";
import { sending, threadDraft } from "./thread.ts";

const DEEDS = 1_000;

/** Whole numbers below a bound, the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test("after a thousand mixed deeds every stored count equals what is there", {
  timeout: 60_000,
}, async () => {
  const forum = await openForum();
  const { db, mo, root } = forum;
  const people = [forum.ada, forum.ben, forum.nia, mo, root];
  const draw = dice(20_261_121);
  const topics = ["Open weights", "Licences", "Safety", "Data"];
  for (const name of topics.slice(2)) {
    const slug = name.toLowerCase();
    await db.insertInto("topic").values({ slug, name, about: "", made_at: START }).execute();
  }
  const one = <Thing>(things: readonly Thing[]) => things[draw(things.length)]!;
  const some = () => topics.filter(() => draw(2) === 0).concat(one(topics));
  const idsOf = async (table: "thread" | "post") => {
    const rows = await db.selectFrom(table).select("id").orderBy("id").execute();
    return rows.map((row) => row.id);
  };
  let refused = 0;
  let posts: number[] = [];
  const begin = (now: number) =>
    startThread(db, one(people), { ...threadDraft, topics: some() }, sending({ now }));
  const deeds: ((now: number) => Promise<unknown>)[] = [
    begin,
    ...Array.from({ length: 9 }, () => async (now: number) => {
      const parentId = one(posts);
      const parent = await db
        .selectFrom("post")
        .select("thread_id")
        .where("id", "=", parentId)
        .executeTakeFirstOrThrow();
      const draft = { body: `Reply at ${now}`, parentId, kind: "reply" as const };
      await postReply(
        db,
        one(people),
        parent.thread_id,
        draft,
        sending({ now, key: `${draw(400)}` }),
      );
    }),
    async (now) => {
      const id = one(posts);
      const post = await db
        .selectFrom("post")
        .innerJoin("person", "person.id", "author_id")
        .select(["version", "name", "parent_id"])
        .where("post.id", "=", id)
        .executeTakeFirstOrThrow();
      const author = people.find((person) => person.name === post.name)!;
      const draft = {
        body: `Edited at ${now}`,
        version: post.version,
        title: null,
        topics: some(),
      };
      await editPost(db, author, id, draft, { now, limits: 1 });
    },
    async (now) => {
      const id = one(posts);
      await withdrawPost(db, one(people), id, { isRestored: draw(2) === 0, now });
    },
    async (now) => {
      const act = draw(2) === 0 ? "pin" : "lock";
      const isUndone = draw(3) > 0;
      await moderateThread(db, mo, one(await idsOf("thread")), {
        act,
        isUndone,
        reason: "It goes in circles.",
        now,
      });
    },
  ];
  await begin(START);
  for (let turn = 1; turn <= DEEDS; turn++) {
    posts = await idsOf("post");
    if (turn === DEEDS - 100) await mergeTopics(db, root, 3, 4, "One is enough.", START + turn);
    await one(deeds)(START + turn).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
    });
  }
  expect(posts.length).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(20);
  expect(await wrongCounts(db)).toEqual([]);
});

test("a count that is wrong would be found", async () => {
  const { db, ada } = await openForum();
  await startThread(db, ada, threadDraft, sending());
  await db.updateTable("thread").set({ person_count: 2 }).execute();
  await db.updateTable("topic").set({ thread_count: 0 }).where("id", "=", 1).execute();
  expect((await wrongCounts(db)).map((row) => row.what)).toEqual([
    "thread.person_count",
    "topic.thread_count",
  ]);
});
