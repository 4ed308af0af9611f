/** What moderation did here to what was imported, a later import leaves; what was taken back there is taken back here too. */
import { expect, test } from "vitest";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { openForum } from "../forum.ts";
import { decideOn, keptOf, now } from "../moderation/cases.ts";
import { wrongCounts } from "../threads/counts.ts";
import { beginThread, everything, rowOf } from "../threads/thread.ts";
import { importRows, outerPost, type Row } from "./outer.ts";

const LATER = "2025-01-01T00:00:00Z";
const SECRET = "Something that nobody should read again.";
const opening = outerPost(5, 1, { username: "gannet" });
const answer = outerPost(5, 2, { reply_to_post_number: 1, username: "petrel", raw: SECRET });
const below = outerPost(5, 3, { reply_to_post_number: 2, username: "gannet" });
const deleted = (row: Row): Row => ({
  ...{ ...row, user_deleted: true, version: 2, updated_at: LATER },
  ...{ raw: "(post deleted by author)", cooked: "<p>(post deleted by author)</p>" },
});
const edited = (row: Row, raw: string): Row => ({
  ...{ ...row, raw, cooked: `<p>${raw}</p>`, version: 2, updated_at: LATER },
});

test("a reply that was split off keeps its thread's title when its text changes there", async () => {
  const { db, mo } = await openForum();
  await importRows(db, [opening, answer, below]);
  await splitBranch(db, mo, 2, { title: "A thread of its own", reason: "Another matter.", now });
  const { counts } = await importRows(db, [opening, edited(answer, "Changed there."), below]);
  expect(counts.posts.changed).toBe(1);
  expect(await rowOf(db, "thread", 2)).toMatchObject({
    ...{ title: "A thread of its own", excerpt: "Changed there." },
  });
});

test("a thread that was merged goes on where it went, and its first post comes there too", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId: intoId } = await beginThread(db, ada, { title: "Where it went" });
  await importRows(db, [answer, below]);
  const { id } = (await everything(db)).thread.at(-1)!;
  await mergeThreads(db, mo, id, { intoId, parentId: null, reason: "The same matter.", now });
  await importRows(db, [answer, below, outerPost(5, 4, { username: "fulmar" })]);
  await importRows(db, [opening, answer, below]);
  const { post, thread } = await everything(db);
  expect(post.map(({ thread_id }) => thread_id)).toEqual(Array(5).fill(intoId));
  expect(post.some(({ body }) => body === opening.raw)).toBe(true);
  expect(thread.find((row) => row.id === intoId)).toMatchObject({
    ...{ title: "Where it went", author_id: ada.id, reply_count: 4, person_count: 4 },
  });
  expect(await wrongCounts(db)).toEqual([]);
});

test("what was taken back there stays so when it is removed here and given back", async () => {
  const { db, mo, root } = await openForum();
  await importRows(db, [opening, deleted(answer)]);
  await importRows(db, [deleted(opening), deleted(answer)]);
  for (const id of [1, 2]) {
    expect(await rowOf(db, "post", id)).toMatchObject({ is_taken_back: 1 });
    const { actId } = await decideOn(db, mo, id, "remove");
    await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 5 });
    expect((await rowOf(db, "post", id)).withdrawn_at).not.toBeNull();
  }
  await importRows(
    db,
    [opening, edited(answer, "Here again.")].map((row) => ({
      ...row,
      updated_at: "2025-02-01T00:00:00Z",
    })),
  );
  expect(await rowOf(db, "post", 2)).toMatchObject({ is_taken_back: 0, withdrawn_at: null });
});

for (const kind of ["ask", "remove"] as const) {
  for (const [name, gone] of [
    ["taken back", deleted(answer)],
    ["hidden", { ...answer, hidden: true, updated_at: LATER }],
  ] as const) {
    test(`a text that is ${name} there while it is under "${kind}" here is nowhere here, also once that is undone`, async () => {
      const { db, mo, root } = await openForum();
      await importRows(db, [opening, answer]);
      const { actId } = await decideOn(db, mo, 2, kind);
      await importRows(db, [opening, gone]);
      expect(JSON.stringify([await everything(db), await keptOf(db, 2)])).not.toContain(SECRET);
      if (kind === "remove") expect((await rowOf(db, "post", 2)).body).toBe("");
      await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 5 });
      const post = await rowOf(db, "post", 2);
      expect(post).toMatchObject({ state: "published", is_taken_back: 1 });
      expect(post.withdrawn_at).not.toBeNull();
      expect(post.body).not.toContain(SECRET);
    });
  }
}

test("a later text from there does not put back what is asked or removed here, nor does a link that it waited for", async () => {
  const { db, mo } = await openForum();
  const waiting = { ...answer, raw: `${SECRET} https://birds.example/t/thread-9/9/1` };
  await importRows(db, [opening, waiting]);
  const { waits } = await db
    .selectFrom("imported_post")
    .select("waits")
    .where("post_id", "=", 2)
    .executeTakeFirstOrThrow();
  expect(waits).toBe(1);
  await decideOn(db, mo, 2, "remove");
  const before = await rowOf(db, "post", 2);
  await importRows(db, [opening, waiting, outerPost(9, 1)]);
  await importRows(db, [opening, edited(answer, "Something else.")]);
  expect(await rowOf(db, "post", 2)).toEqual(before);
});

test("a thread that is closed there while it is removed here has no title left to be given back", async () => {
  const { db, mo, root } = await openForum();
  await importRows(db, [opening, answer]);
  const { actId } = await decideOn(db, mo, 1, "remove");
  const closed = {
    ...opening,
    topic_title: "Thread 5 of the gannets",
    visible: false,
    archetype: "private_message",
    updated_at: LATER,
  };
  await importRows(db, [closed]);
  await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 5 });
  expect((await rowOf(db, "thread", 1)).title).not.toContain("gannets");
});
