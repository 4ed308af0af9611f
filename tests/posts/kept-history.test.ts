/** What readers learn of versions that moderation keeps from them: that there are some, and nothing of what they said. */
import { expect, test } from "vitest";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import type { Person } from "#app/permissions.ts";
import { readHistory } from "#app/posts/read-history.server.ts";
import { openForum } from "../forum.ts";
import { caseOf, decide, decideOn, now } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

const passage = "You are an utter fool.";
const body = `First point here. ${passage} Second point.`;

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body });
  const { caseId } = await decideOn(forum.db, forum.mo, id, "ask", { passage });
  const read = (person: Person | null) => readHistory(forum.db, person, id, null);
  return { ...forum, id, caseId, read };
}

test("of a post from which words were taken out readers are told so, and led to the log", async () => {
  const { db, ben, mo, caseId, read } = await scene();
  expect(await read(null)).toMatchObject({ isEdited: false, kept: null });
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, () => {});
  const actId = await decide(db, mo, caseId, "redact", { now: due });
  const shown = await read(null);
  expect(shown).toMatchObject({ isEdited: true, kept: { actId }, next: null });
  expect(JSON.stringify(shown)).not.toContain("utter fool");
  for (const person of [ben, mo]) {
    const all = await read(person);
    expect(all.kept).toBeNull();
    expect(JSON.stringify(all)).toContain("utter fool");
  }
  await decide(db, mo, caseId, "restore", { now: due + 1 });
  expect(await read(null)).toMatchObject({ kept: null });
});

test("of a post that its author rewrote when asked readers are told so, until then they read it all", async () => {
  const { db, ben, id, read } = await scene();
  const how = { now: now + 1, limits: Number.POSITIVE_INFINITY, scorer: () => undefined };
  await rewritePost(db, ben, id, { body: "A better point.", version: 1 }, how);
  const { id: actId } = await db
    .selectFrom("action")
    .select("id")
    .where("kind", "=", "clear")
    .executeTakeFirstOrThrow();
  const shown = await read(null);
  expect(shown).toMatchObject({ isEdited: true, kept: { actId } });
  expect(JSON.stringify(shown)).not.toContain("utter fool");
});
