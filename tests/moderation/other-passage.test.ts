/** A moderator means other words of a post than whoever flagged it. */
import { expect, test } from "vitest";
import { decideCase } from "#app/moderation/decide-case.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { readRewrite } from "#app/posts/read-rewrite.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { caseOf, decide, decision, everything, flagged, refusalOf } from "./cases.ts";

const body = "First point here. You are *paid* for it. You are an utter fool. Second point.";
const passage = "You are paid for it.";
const other = "You are an utter fool.";

async function scene() {
  const forum = await openForum();
  const { db, ada, ben, nia } = forum;
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body });
  return { ...forum, id, caseId: await flagged(db, id, [ada, nia], { passage, score: 7 }) };
}

/** The same, when its author's time to rewrite is over. */
async function lapsed() {
  const forum = await scene();
  await decide(forum.db, forum.mo, forum.caseId, "ask");
  const now = (await caseOf(forum.db, forum.caseId)).due_at!;
  await keepTime(forum.db, now, () => {});
  return { ...forum, now };
}

test("an author is asked about the words that the moderator names, as they stand in the post", async () => {
  const { db, ben, mo, id, caseId } = await scene();
  await decide(db, mo, caseId, "ask", { passage: "You are an\r\nutter fool." });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", passage: other, score: null });
  expect((await readRewrite(db, ben, id)).passage).toBe(other);
});

test("named as they were flagged, the words stay as they are, with what the scorer said of them", async () => {
  const { db, mo, caseId } = await scene();
  await decide(db, mo, caseId, "ask", { passage });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", passage, score: 7 });
});

test("an author is asked about the whole post where no words are named", async () => {
  const { db, mo, caseId } = await scene();
  await decide(db, mo, caseId, "ask", { passage: null });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", passage: null });
});

test("words that are not in the post are refused beside their field", async () => {
  const { db, mo, caseId } = await scene();
  const passage = "You are a liar.";
  expect(await refusalOf(db, () => decide(db, mo, caseId, "ask", { passage }))).toMatchObject({
    ...{ status: 422, problems: { passage: { key: "deeds.passage.gone" } } },
  });
});

test("a decision for which no words matter is taken whatever stands in their field", async () => {
  const { db, mo, caseId } = await scene();
  await decide(db, mo, caseId, "dismiss", { passage: "You are a liar." });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared", passage });
});

test("other words than those that were asked about can be taken out, once", async () => {
  const { db, mo, id, caseId, now } = await lapsed();
  const { version } = await caseOf(db, caseId);
  const sent = { ...decision("redact", { passage: other, now }), version };
  const first = await decideCase(db, mo, caseId, sent);
  const { body: left } = await rowOf(db, "post", id);
  expect(left).toBe("First point here. You are *paid* for it. [insult removed] Second point.");
  expect(await caseOf(db, caseId)).toMatchObject({ state: "redacted", passage: other });
  const before = await everything(db);
  expect(await decideCase(db, mo, caseId, sent)).toBe(first);
  expect((await everything(db)).action).toEqual(before.action);
  const another = () => decideCase(db, mo, caseId, { ...sent, passage });
  expect(await refusalOf(db, another)).toEqual({ status: 409, key: "deeds.case.already" });
});

test("nothing is taken out where no words are named, or they are not found", async () => {
  const { db, mo, caseId, now } = await lapsed();
  for (const [passage, key] of [
    [null, "deeds.redact.passage"],
    ["You are a liar.", "deeds.redact.not-found"],
  ] as const) {
    const refused = await refusalOf(db, () => decide(db, mo, caseId, "redact", { passage, now }));
    expect(refused).toMatchObject({ status: 422, problems: { passage: { key } } });
  }
});
