import { expect, test } from "vitest";
import { readHistory } from "#app/posts/read-history.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, reply } from "../threads/thread.ts";

const textOf = (edit: Awaited<ReturnType<typeof readHistory>>["edits"][number], without: string) =>
  edit.pieces
    .filter((piece) => piece.is !== without)
    .map((piece) => piece.text)
    .join("");

/** Every page of a history, newest first. */
async function wholeHistory(db: Db, postId: number) {
  const edits = [];
  let before: number | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<typeof readHistory>> = await readHistory(
      db,
      null,
      postId,
      before,
    );
    edits.push(...page.edits);
    before = page.next;
    pages += 1;
  } while (before !== null);
  return { edits, pages };
}

test("a history has every version once, each with what it changed, on as many pages as it takes", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada, { title: "Title 1", body: "Text 1" });
  for (let version = 1; version < 45; version++) {
    const draft = {
      body: `Text ${version + 1}`,
      version,
      title: `Title ${version + 1}`,
      topics: null,
    };
    await editPost(db, ada, openingId, draft, { now: START + version, limits: 1 });
  }
  const { edits, pages } = await wholeHistory(db, openingId);
  expect(pages).toBe(3);
  expect(edits.map((edit) => edit.version)).toEqual(
    Array.from({ length: 45 }, (_, place) => 45 - place),
  );
  for (const edit of edits) {
    expect(textOf(edit, "removed")).toBe(`Text ${edit.version}`);
    expect(edit.writtenAt).toBe(START + edit.version - 1);
    if (edit.version === 1) continue;
    expect(textOf(edit, "added")).toBe(`Text ${edit.version - 1}`);
    expect(edit.formerTitle).toBe(`Title ${edit.version - 1}`);
  }
});

test("the history of a reply has no titles, that of a post as it was first written one version", async () => {
  const { db, ada } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ada, threadId, { body: "Once." });
  const { edits } = await wholeHistory(db, id);
  expect(edits).toEqual([
    {
      version: 1,
      writtenAt: START,
      title: null,
      formerTitle: null,
      pieces: [{ text: "Once.", is: "kept" }],
    },
  ]);
  await expect(readHistory(db, ada, 99, null)).rejects.toMatchObject({ status: 404 });
});

test("a history of long texts with nothing in common is read within a second", async () => {
  const { db, ada } = await openForum();
  const { openingId } = await beginThread(db, ada);
  const body = (version: number) =>
    Array.from({ length: 5_000 }, (_, place) => `w${place * 30 + version}`)
      .join(" ")
      .slice(0, 32_000);
  await db
    .updateTable("post")
    .set({ body: body(21), version: 21 })
    .execute();
  for (let version = 1; version <= 20; version++) {
    const row = {
      post_id: openingId,
      version,
      title: null,
      body: body(version),
      written_at: START,
    };
    await db.insertInto("revision").values(row).execute();
  }
  const began = performance.now();
  const { edits } = await readHistory(db, null, openingId, null);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(textOf(edits[0]!, "added")).toBe(body(20));
});
