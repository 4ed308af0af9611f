import { expect, test } from "vitest";
import { needsNorms } from "#app/composing/needs-norms.server.ts";
import { openForum, START } from "../forum.ts";
import { openCase } from "../log/scene.ts";
import { beginThread, reply } from "../threads/thread.ts";

test("what is asked of everyone stands above the form of whoever has posted little, and of everybody where a post of the thread is in question", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId, openingId } = await beginThread(db, ada);
  const { threadId: other } = await beginThread(db, ada);
  expect(await needsNorms(db, ben, threadId)).toBe(true);
  for (let count = 0; count < 10; count++) await reply(db, ben, threadId);
  expect(await needsNorms(db, ben, threadId)).toBe(false);
  const caseId = await openCase(db, { postId: openingId, threadId, authorId: ada.id });
  expect(await needsNorms(db, ben, threadId)).toBe(true);
  expect(await needsNorms(db, ben, other)).toBe(false);
  expect(await needsNorms(db, null, threadId)).toBe(false);
  await db.updateTable("case").set({ closed_at: START }).where("id", "=", caseId).execute();
  expect(await needsNorms(db, ben, threadId)).toBe(false);
});
