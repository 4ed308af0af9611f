import { expect, test } from "vitest";
import { readWholeThread } from "#app/exports/read-whole-thread.server.ts";
import { listPersonPosts } from "#app/posts/list-person-posts.server.ts";
import { readHistory } from "#app/posts/read-history.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import { listThreads } from "#app/threads/list-threads.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { readThread } from "#app/threads/read-thread.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, reply, rowOf } from "../threads/thread.ts";

const now = START + 60;
const away = { isRestored: false, now };
const back = { isRestored: true, now: START + 90 };
const wished = { order: "best" as const, after: null, branchId: null };

test("a withdrawn post keeps its place, its replies and the counts, and shows no word of itself", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: "Regrettable words." });
  const below = await reply(db, ada, threadId, { parentId: id });
  const before = await rowOf(db, "thread", threadId);
  expect(await withdrawPost(db, ben, id, away)).toBe(`${path}#post-${id}`);
  expect(await rowOf(db, "thread", threadId)).toEqual({ ...before, version: before.version + 1 });
  const page = await readThread(db, threadId, wished);
  expect(page.replies[0]).toMatchObject({
    post: { id, html: "" },
    replies: [{ post: { id: below } }],
  });
  const shown = [
    page,
    await readThread(db, threadId, { ...wished, branchId: id }),
    await readWholeThread(db, threadId, null),
    await listPersonPosts(db, ben.id, null),
  ];
  expect(JSON.stringify(shown)).not.toContain("Regrettable");
  expect((await everything(db)).event.at(-1)).toMatchObject({
    kind: "post-withdrawn",
    post_id: id,
  });
});

test("a withdrawn opening post shows no word of itself in lists and descriptions, and all again when restored", async () => {
  const { db, ada } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada, { body: "Regrettable words." });
  await withdrawPost(db, ada, openingId, away);
  const list = await listThreads(db, { order: "new", after: null });
  expect(list.threads).toMatchObject([{ id: threadId, excerpt: "" }]);
  expect(JSON.stringify(await readThread(db, threadId, wished))).not.toContain("Regrettable");
  await withdrawPost(db, ada, openingId, back);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ excerpt: "Regrettable words." });
});

test("a post shown again is what it was, but for when that happened", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const before = await rowOf(db, "post", id);
  await withdrawPost(db, ben, id, away);
  expect(await rowOf(db, "post", id)).toEqual({ ...before, withdrawn_at: now, is_taken_back: 1 });
  await withdrawPost(db, ben, id, back);
  expect(await rowOf(db, "post", id)).toEqual({ ...before, restored_at: back.now });
  expect((await everything(db)).event.at(-1)).toMatchObject({
    kind: "post-restored",
    post_id: id,
  });
});

test("nobody but its author withdraws a post or shows it again, and each only once", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const by = (person: typeof ada, how: typeof away) => () =>
    withdrawPost(db, person, openingId, how);
  const notYours = { status: 403, key: "threads.withdraw.not-yours" };
  for (const other of [ben, mo, root])
    expect(await refusalOf(db, by(other, away))).toEqual(notYours);
  expect(await refusalOf(db, by(ada, back))).toEqual({ status: 403, key: "threads.withdrawn.not" });
  await withdrawPost(db, ada, openingId, away);
  const already = { status: 403, key: "threads.withdrawn.already" };
  expect(await refusalOf(db, by(ada, away))).toEqual(already);
  for (const other of [ben, mo, root])
    expect(await refusalOf(db, by(other, back))).toEqual(notYours);
  const none = () => withdrawPost(db, ada, 99, away);
  expect(await refusalOf(db, none)).toEqual({ status: 404, key: "threads.post.not-found" });
});

test("also in a locked thread an author takes a post back", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: false,
    reason: "It goes in circles.",
    now,
  });
  await withdrawPost(db, ada, openingId, away);
  expect(await rowOf(db, "post", openingId)).toMatchObject({ withdrawn_at: now });
});

test("the history of a withdrawn post is for its author and moderators alone", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { openingId } = await beginThread(db, ada);
  await editPost(
    db,
    ada,
    openingId,
    { body: "Two.", version: 1, title: null, topics: null },
    { now, limits: 1 },
  );
  await withdrawPost(db, ada, openingId, away);
  for (const other of [null, ben]) {
    await expect(readHistory(db, other, openingId, null)).rejects.toMatchObject({ status: 403 });
  }
  for (const one of [ada, mo]) {
    expect((await readHistory(db, one, openingId, null)).edits).toHaveLength(2);
  }
});
