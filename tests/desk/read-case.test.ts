import { expect, test } from "vitest";
import { addNote } from "#app/desk/add-note.server.ts";
import { listNotes } from "#app/desk/list-notes.server.ts";
import { readCase } from "#app/desk/read-case.server.ts";
import { openForum, START } from "../forum.ts";
import { decide, flagged, now, refusalOf } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

test("a case shows its post with the passage marked, who flagged it, and the author's record", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const earlier = await reply(db, ben, threadId, { body: "Only a fool says so." });
  const before = await flagged(db, earlier, [ada, nia]);
  await decide(db, mo, before, "ask");
  const postId = await reply(db, ben, threadId, { body: "You are paid. It may still be right." });
  const id = await flagged(db, postId, [ada], { passage: "You are paid." });
  const view = await readCase(db, mo, id, now);
  expect(view.post.html).toContain("<mark>You are paid.</mark>");
  expect(view.post).toMatchObject({ author: "Ben", isPassageThere: true, words: 8 });
  expect(view.post.parent).toMatchObject({ author: "Ada", isAway: false });
  expect(view.flags!.flags).toMatchObject([{ by: "Ada", before: { decided: 1, upheld: 1 } }]);
  expect(view.record).toMatchObject({ name: "Ben", acts: [{ kind: "ask", count: 1, undone: 0 }] });
  expect(view.acts).toEqual([]);
});

test("moderators read what is kept away from everybody else, where it stood", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId, { body: "Nothing but an insult." });
  const id = await flagged(db, postId, [ada]);
  await decide(db, mo, id, "remove");
  const view = await readCase(db, mo, id, now);
  expect(view.post.html).toContain("Nothing but an insult.");
  expect(view.facts).toMatchObject({ state: "removed", waitsFor: "author" });
  expect(view.acts).toMatchObject([{ kind: "remove", by: "Mo", reason: "It is about a person." }]);
});

test("a case that is not there is refused with 404", async () => {
  const { db, mo } = await openForum();
  const refused = await refusalOf(db, () => readCase(db, mo, 99, now));
  expect(refused.status).toBe(404);
});

test("a moderator's note is kept for moderators, and nobody else writes one", async () => {
  const { db, ada, ben, mo } = await openForum();
  await addNote(db, mo, { aboutId: ben.id, body: " Was kind when asked. " }, now);
  expect(await listNotes(db, ben.id)).toMatchObject([
    { by: "Mo", body: "Was kind when asked.", writtenAt: START + 3600 },
  ]);
  const note = { aboutId: ben.id, body: "No moderator." };
  expect((await refusalOf(db, () => addNote(db, ada, note, now))).status).toBe(403);
  await expect(addNote(db, mo, { aboutId: ben.id, body: " " }, now)).rejects.toMatchObject({
    problems: { note: { key: "moderation.note.missing" } },
  });
  expect(await listNotes(db, ben.id)).toHaveLength(1);
});

test("a moderator learns neither who flagged their own post nor what others noted about them (attack case AC-104)", async () => {
  const { db, ada, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await flagged(db, await reply(db, mo, threadId), [nia]);
  await db.updateTable("flag").set({ note: "I was hurt." }).execute();
  await addNote(db, root, { aboutId: mo.id, body: "Seems tired." }, now);
  const own = await readCase(db, mo, id, now);
  expect(own).toMatchObject({ isOwn: true, flags: null, notes: [] });
  expect(JSON.stringify(own)).not.toMatch(/Nia|hurt|tired/);
  const others = JSON.stringify(await readCase(db, root, id, now));
  for (const seen of ["Nia", "hurt", "tired"]) expect(others).toContain(seen);
});

test("on which side a flagger stands nobody is told, and sums of sides only from three flags on", async () => {
  const { db, ada, ben, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const postId = await reply(db, ben, threadId);
  const two = await readCase(db, mo, await flagged(db, postId, [ada, nia]), now);
  expect(two.facts.weights).toBeNull();
  expect(Object.keys(two.flags!.flags[0]!)).not.toContain("isOwnSide");
  const other = await reply(db, ben, threadId, { body: "Another one." });
  const three = await readCase(db, mo, await flagged(db, other, [ada, nia, root]), now);
  expect(three.facts.weights).toEqual({ own: 0, others: 0 });
});

test("how right flaggers were before leaves out this very case", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await flagged(db, await reply(db, ben, threadId), [ada]);
  await decide(db, mo, id, "ask");
  const { flags } = await readCase(db, mo, id, now);
  expect(flags!.flags).toMatchObject([{ by: "Ada", before: { decided: 0, upheld: 0 } }]);
});
