import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { readHistory } from "#app/posts/read-history.server.ts";
import { renderAgain } from "#app/posts/render-again.server.ts";
import { say } from "#app/strings/say.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf, sending } from "../threads/thread.ts";
import { caseOf, decide, decideOn, flagged, keptOf, now, verdictsOf } from "./cases.ts";

const body = "First point. You are an utter fool. Second point. Your lab always lies. Third point.";
const limits = Number.POSITIVE_INFINITY;
const report = (error: unknown) => {
  throw error;
};

const rewrite = (db: Db, person: Person, id: number, text: string, version: number, at: number) =>
  rewritePost(
    db,
    person,
    id,
    { body: text, version },
    { now: at, limits, scorer: () => undefined },
  );

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  return { ...forum, id: await reply(forum.db, forum.ben, threadId, { body }) };
}

const historyOf = async (db: Db, id: number) =>
  JSON.stringify((await readHistory(db, null, id, null)).edits);

/** Asked, not rewritten in time, and taken out; answers the act and its time. */
async function redacted(db: Db, mo: Person, id: number, passage: string, at: number) {
  const { caseId } = await decideOn(db, mo, id, "ask", { passage, now: at });
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, report);
  return { actId: await decide(db, mo, caseId, "redact", { now: due + 1 }), at: due + 1 };
}

test("the first of two redactions is undone: what the second took out stays out of the history", async () => {
  const { db, mo, root, id } = await scene();
  const first = await redacted(db, mo, id, "You are an utter fool.", now);
  const second = await redacted(db, mo, id, "Your lab always lies.", first.at + 1);
  await undoAct(db, root, first.actId, { reason: "It was no insult.", now: second.at + 1 });
  expect(await historyOf(db, id)).not.toContain("Your lab always lies");
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "redacted" });
});

test("two redactions undone, the later first, leave the text and its history as they were", async () => {
  const { db, mo, root, id } = await scene();
  const first = await redacted(db, mo, id, "You are an utter fool.", now);
  const second = await redacted(db, mo, id, "Your lab always lies.", first.at + 1);
  expect(await keptOf(db, id)).toHaveLength(2);
  await undoAct(db, root, second.actId, { reason: "It was no insult.", now: second.at + 1 });
  expect((await rowOf(db, "post", id)).body).toContain("Your lab always lies.");
  expect(await historyOf(db, id)).not.toContain("utter fool");
  await undoAct(db, root, first.actId, { reason: "Nor was that.", now: second.at + 2 });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body, public_from: 0 });
  expect(await keptOf(db, id)).toEqual([]);
});

test("two redactions undone, the earlier first, leave the text and its history as they were", async () => {
  const { db, mo, root, id } = await scene();
  const first = await redacted(db, mo, id, "You are an utter fool.", now);
  const second = await redacted(db, mo, id, "Your lab always lies.", first.at + 1);
  await undoAct(db, root, first.actId, { reason: "It was no insult.", now: second.at + 1 });
  expect(await rowOf(db, "post", id)).toMatchObject({
    ...{ state: "redacted", body: body.replace("Your lab always lies.", say("deeds.redacted")) },
  });
  expect(await historyOf(db, id)).not.toContain("Your lab always lies");
  await undoAct(db, root, second.actId, { reason: "Nor was that.", now: second.at + 2 });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body, public_from: 0 });
  expect(await keptOf(db, id)).toEqual([]);
});

test("a redaction undone after its author edited the rest puts the passage back into that", async () => {
  const { db, ben, mo, root, id } = await scene();
  const { actId, at } = await redacted(db, mo, id, "You are an utter fool.", now);
  const { body: left, version } = await rowOf(db, "post", id);
  const edited = left.replace("Third", "Another <b>third</b>");
  const draft = { body: edited, version, title: null, topics: null };
  await editPost(db, ben, id, draft, sending({ now: at + 1 }));
  await undoAct(db, root, actId, { reason: "It was no insult.", now: at + 2 });
  const given = await rowOf(db, "post", id);
  expect(given.body).toBe(body.replace("Third", "Another <b>third</b>"));
  expect(given.html).toContain("Another &lt;b&gt;third&lt;/b&gt;");
  await renderAgain(db, report);
  expect((await rowOf(db, "post", id)).html).toContain("You are an utter fool.");
});

test("a redaction is undone: what a later rewrite replaced stays its author's", async () => {
  const { db, ben, mo, root, id } = await scene();
  const first = await redacted(db, mo, id, "You are an utter fool.", now);
  await decideOn(db, mo, id, "ask", { passage: "Your lab always lies.", now: first.at + 1 });
  const { version } = await rowOf(db, "post", id);
  await rewrite(db, ben, id, "First point. Second point. Third point.", version, first.at + 2);
  await undoAct(db, root, first.actId, { reason: "It was no insult.", now: first.at + 3 });
  expect(await historyOf(db, id)).not.toContain("Your lab always lies");
});

test("overturned that a new text is not enough: the former stays its author's, and its flags upheld", async () => {
  const { db, ada, ben, mo, root, id } = await scene();
  const caseId = await flagged(db, id, [ada], { passage: "You are an utter fool." });
  await decide(db, mo, caseId, "ask");
  const text = body.replace("utter fool.", "utter fool. Sorry.");
  await rewrite(db, ben, id, text, 1, now + 1);
  const refuse = await decide(db, mo, caseId, "refuse", { now: now + 2 });
  const appeal = await appealAct(db, ben, refuse, { body: "It is fine.", now: now + 3 });
  const overturned = { verdict: "overturned", reason: "It is fine now.", now: now + 4 };
  await decideAppeal(db, root, appeal, overturned);
  expect(await rowOf(db, "post", id)).toMatchObject({
    ...{ state: "published", body: text, public_from: 2 },
  });
  expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
});

test("what was proposed for a removed post is gone once the post comes back another way", async () => {
  const { db, ben, mo, root, id } = await scene();
  const { actId } = await decideOn(db, mo, id, "remove");
  await rewrite(db, ben, id, "A proposed text.", 1, now + 1);
  await undoAct(db, root, actId, { reason: "It was a mistake.", now: now + 2 });
  expect(await keptOf(db, id)).toEqual([]);
  const { caseId } = await decideOn(db, mo, id, "remove", { now: now + 3 });
  await rewrite(db, ben, id, "Another proposed text.", 1, now + 4);
  await decide(db, root, caseId, "restore", { now: now + 5 });
  expect(await keptOf(db, id)).toEqual([]);
  expect((await rowOf(db, "post", id)).body).toBe(body);
});
