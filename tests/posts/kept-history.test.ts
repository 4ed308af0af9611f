/** What readers learn of versions that moderation keeps from them: that there are some, and nothing of what they said. */
import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { readHistory } from "#app/posts/read-history.server.ts";
import type { Db } from "#db/open.server.ts";
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
  return { ...forum, threadId, id, caseId, read };
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

const better = { body: "A better point.", version: 1 };
const means = (at: number) => ({
  now: at,
  limits: Number.POSITIVE_INFINITY,
  scorer: () => undefined,
});
const lastAct = async (db: Db) =>
  (await db.selectFrom("action").selectAll().orderBy("id", "desc").executeTakeFirstOrThrow()).id;

test("readers are led to the act that closed a history, not to a removal of later that was overturned", async () => {
  const { db, ben, mo, root, id, read } = await scene();
  await rewritePost(db, ben, id, better, means(now + 1));
  const closedBy = await lastAct(db);
  const { actId } = await decideOn(db, mo, id, "remove", { now: now + 2 });
  const appealId = await appealAct(db, ben, actId, { body: "It is fine.", now: now + 3 });
  const overturned = { verdict: "overturned", reason: "It is fine as it is.", now: now + 4 };
  await decideAppeal(db, root, appealId, overturned);
  expect((await read(null)).kept).toEqual({ actId: closedBy });
});

test("readers are led to the act that closed a history, also where another removal was overturned before", async () => {
  const { db, ben, mo, root, threadId } = await scene();
  const id = await reply(db, ben, threadId, { body: `Another. ${passage}` });
  const { actId } = await decideOn(db, mo, id, "remove", { now: now + 1 });
  const appealId = await appealAct(db, ben, actId, { body: "It is fine.", now: now + 2 });
  const overturned = { verdict: "overturned", reason: "It is fine as it is.", now: now + 3 };
  await decideAppeal(db, root, appealId, overturned);
  await decideOn(db, mo, id, "ask", { passage, now: now + 4 });
  await rewritePost(db, ben, id, better, means(now + 5));
  const closedBy = await lastAct(db);
  expect((await readHistory(db, null, id, null)).kept).toEqual({ actId: closedBy });
});

test.each(["undone", "overturned"])(
  "readers are led to the act by which it was %s that a new text was refused",
  async (way) => {
    const { db, ben, mo, root, id, caseId, read } = await scene();
    await rewritePost(db, ben, id, { ...better, body: `${body} Well.` }, means(now + 1));
    const refused = await decide(db, mo, caseId, "refuse", { now: now + 2 });
    const why = { reason: "The new text is enough.", now: now + 4 };
    let closedBy: number;
    if (way === "undone") {
      closedBy = await undoAct(db, root, refused, why);
    } else {
      const appealId = await appealAct(db, ben, refused, { body: "It is fine.", now: now + 3 });
      closedBy = await decideAppeal(db, root, appealId, { verdict: "overturned", ...why });
    }
    expect((await read(null)).kept).toEqual({ actId: closedBy });
    const removed = await decideOn(db, mo, id, "remove", { now: now + 5 });
    await undoAct(db, root, removed.actId, { reason: "It may stand.", now: now + 6 });
    expect((await read(null)).kept).toEqual({ actId: closedBy });
  },
);

test("an acceptance that is taken back closed the history all the same", async () => {
  const { db, ben, mo, id, read } = await scene();
  await rewritePost(db, ben, id, better, means(now + 1));
  const closedBy = await lastAct(db);
  await undoAct(db, mo, closedBy, { reason: "It was too soon.", now: now + 2 });
  expect((await read(null)).kept).toEqual({ actId: closedBy });
});
