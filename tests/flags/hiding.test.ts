/** What urgent flags hide at once, what becomes of that, and what it costs. */
import { expect, test } from "vitest";
import { takeBack } from "#app/flags/take-back.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { editPost } from "#app/threads/edit-post.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { caseOf, DAY, decide, decideOn, insultOf, now } from "../moderation/cases.ts";
import { beginThread, everything, refusalOf, reply, rowOf, sending } from "../threads/thread.ts";
import { addReaders } from "../votes/readers.ts";
import { flag, grown, takeSides, toldOfCases } from "./flagging.ts";

const body = "First point here. You are an utter fool. Second point.";
const insult = { reason: "insult", passage: "utter fool" } as const;
const threat = { reason: "threat" } as const;
const report = (error: unknown) => {
  throw error;
};

async function openTalk() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.nia);
  const id = await reply(forum.db, forum.nia, threadId, { body });
  return { ...forum, threadId, id };
}
const lastCase = async (db: Db) => (await everything(db)).case.at(-1)!;

test("an urgent flag that nobody confirms in a day ends alone: what others flagged still waits for a moderator", async () => {
  const { db, ada, ben, id } = await openTalk();
  await flag(db, ada, id, insult);
  expect((await flag(db, ben, id, threat)).done).toBe("hidden");
  const { id: caseId, due_at } = await lastCase(db);
  await keepTime(db, due_at!, report);
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "open", kind: "rules", is_urgent: 0, closed_at: null, due_at: null },
    ...{ waits_for: "moderator", flag_count: 1, passage: insult.passage, decided_at: null },
  });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body });
  const { flag: flags, action } = await everything(db);
  expect(flags).toMatchObject([
    { reason: "insult", verdict: null, decided_at: null },
    { reason: "threat", verdict: null, decided_at: due_at },
  ]);
  expect(action.at(-1)).toMatchObject({ kind: "release", office: "clock" });
});

test("what a flag hid cannot be taken back, nor what its author was asked for before review", async () => {
  const { db, ada, ben, mo, id, threadId } = await openTalk();
  await flag(db, ben, id, threat);
  const refused = { status: 409, key: "flags.back.led" };
  expect(await refusalOf(db, () => takeBack(db, ben, id, START + 70))).toEqual(refused);
  const other = await reply(db, ada, threadId, { body });
  const scorer = () => () => ({ insult: 0.95, substance: 0, passages: [], judged: true });
  await flag(db, mo, other, insult, { scorer });
  expect((await flag(db, ben, other, insult, { scorer })).done).toBe("asked");
  for (const person of [ben, mo]) {
    expect(await refusalOf(db, () => takeBack(db, person, other, START + 70))).toEqual(refused);
    expect(await refusalOf(db, () => flag(db, person, other, threat))).toEqual(refused);
  }
});

test("a text that was hidden once, or that moderators let stand, is not hidden again before review", async () => {
  const { db, ada, ben, mo, root, id, threadId } = await openTalk();
  await flag(db, ben, id, threat);
  const { due_at } = await lastCase(db);
  await keepTime(db, due_at!, report);
  const again = { now: due_at! + 1 };
  expect((await flag(db, ada, id, threat, again)).done).toBe(null);
  expect(await toldOfCases(db)).toContain(root.id);
  const other = await reply(db, ada, threadId, { body });
  await decideOn(db, mo, other, "dismiss");
  expect((await flag(db, ben, other, threat, { now: now + 1 })).done).toBe(null);
});

test("a new text is hidden again, but not by who hid the post before", async () => {
  const { db, ada, ben, mo, nia, id } = await openTalk();
  await flag(db, ben, id, threat);
  await decide(db, mo, (await lastCase(db)).id, "dismiss");
  const draft = { body: "Another text.", title: null, topics: null, version: 1 };
  await editPost(db, nia, id, draft, sending({ now: now + 10 }));
  expect((await flag(db, ben, id, threat, { now: now + 20 })).done).toBe(null);
  expect((await flag(db, ada, id, threat, { now: now + 30 })).done).toBe("hidden");
});

test("one person's flags hide three posts a day at once; further ones wait where they are", async () => {
  const { db, ada, ben, threadId } = await openTalk();
  const done: unknown[] = [];
  for (let count = 0; count < 4; count++) {
    const id = await reply(db, ada, threadId, { body: `${body} ${count}` });
    done.push((await flag(db, ben, id, threat, { now: START + 60 + count })).done);
  }
  expect(done).toEqual(["hidden", "hidden", "hidden", null]);
  const id = await reply(db, ada, threadId, { body });
  const late = { now: START + 62 + DAY };
  expect((await flag(db, ben, id, threat, late)).done).toBe("hidden");
});

test("what was upheld and not rewritten stays an insult, whoever flags it again once its case is over", async () => {
  const { db, ada, ben, mo, nia, threadId } = await openTalk();
  const id = await reply(db, ben, threadId, { body });
  await flag(db, ada, id, insult);
  const { id: caseId } = await lastCase(db);
  await decide(db, mo, caseId, "ask");
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, report);
  await decide(db, mo, caseId, "redact", { now: due + 1 });
  const { closed_at } = await caseOf(db, caseId);
  expect(closed_at).not.toBe(null);
  await flag(db, nia, id, { reason: "other", note: "Once more" }, { now: closed_at! + 9 });
  expect((await everything(db)).case).toHaveLength(2);
  expect(await insultOf(db, id)).toBe(1_000_000_000);
});

test("flags that were decided weigh no more, so that moderators are told of the next ones", async () => {
  const { db, ada, ben, mo, nia, threadId } = await openTalk();
  const id = await reply(db, nia, threadId, { body });
  await takeSides(db, [[nia, 0.5]]);
  await flag(db, ada, id);
  await flag(db, ben, id);
  const { id: caseId } = await lastCase(db);
  await decide(db, mo, caseId, "ask");
  expect(await caseOf(db, caseId)).toMatchObject({ own_weight: 0, other_weight: 0 });
  await db.deleteFrom("notice").where("kind", "=", "case").execute();
  const more = await grown(await addReaders(db, 2), db);
  for (const person of more) await flag(db, person, id, {}, { now: now + 60 });
  expect(await toldOfCases(db)).not.toEqual([]);
});
