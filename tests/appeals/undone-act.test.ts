import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { undoAllOf } from "#app/moderation/undo-all-of.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { openForum } from "../forum.ts";
import {
  caseOf,
  DAY,
  decide,
  decideOn,
  everything,
  now,
  refusalOf,
  suspendedUntil,
} from "../moderation/cases.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";

const reason = "It goes in circles.";
const body = "It was a joke among friends.";

test("what is undone while an appeal about it waits answers the appeal, and whoever made it is told", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const until = now + 10 * DAY;
  const suspend = { kind: "suspend", reason, until, now } as const;
  const act = await actOnPerson(db, mo, ben.id, suspend);
  const appeal = await appealAct(db, ben, act, { body, now });
  await actOnPerson(db, mo, ben.id, { kind: "unsuspend", reason, now: now + 1 });
  const { appeal: appeals, notice } = await everything(db);
  expect(appeals).toMatchObject([{ verdict: "overturned", decided_at: now + 1, reason }]);
  expect(notice.at(-1)).toMatchObject({ person_id: ben.id, kind: "decision" });
  await actOnPerson(db, mo, ben.id, suspend);
  const late = () => decideAppeal(db, root, appeal, { verdict: "overturned", reason, now });
  expect(await refusalOf(db, late)).toEqual({ status: 409, key: "deeds.appeal.decided" });
  expect(await suspendedUntil(db, ben.id)).toBe(until);
  const lock = { act: "lock", reason, now } as const;
  await moderateThread(db, mo, threadId, { ...lock, isUndone: false });
  await appealAct(db, ada, (await everything(db)).action.at(-1)!.id, { body, now });
  await moderateThread(db, root, threadId, { ...lock, isUndone: true });
  const open = (await everything(db)).appeal.filter(({ decided_at }) => decided_at === null);
  expect(open).toEqual([]);
});

test("a decision is undone although an appeal waits, also with all that one moderator did", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const decided: number[] = [];
  for (const kind of ["ask", "remove"] as const) {
    const id = await reply(db, ben, threadId, { body: `Not so good: ${kind}.` });
    const { actId, caseId } = await decideOn(db, mo, id, kind);
    await appealAct(db, ben, actId, { body, now });
    decided.push(caseId);
    if (kind === "ask") await undoAct(db, mo, actId, { reason, now: now + 1 });
  }
  const all = { since: now - DAY, reason, now: now + 2 };
  expect(await undoAllOf(db, root, mo.id, all)).toEqual({ undone: 2, left: 0 });
  // What they decided and took back themselves, somebody else looks at.
  const states = await Promise.all(decided.map(async (id) => (await caseOf(db, id)).state));
  expect(states).toEqual(["open", "restored"]);
  const verdicts = (await everything(db)).appeal.map(({ verdict }) => verdict);
  expect(verdicts).toEqual(["overturned", "overturned"]);
});

test("of all that went as one newcomer's spam, what was appealed comes back as well", async () => {
  const { db, ada, nia, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const first = await reply(db, nia, threadId, { body: "Buy this now." });
  const second = await reply(db, nia, threadId, { body: "And this." }, { now: now - 9 });
  const { actId } = await decideOn(db, mo, first, "spam", { isWithAll: true });
  const along = (await everything(db)).action.find(({ post_id }) => post_id === second)!;
  await appealAct(db, nia, along.id, { body, now });
  await undoAct(db, root, actId, { reason, now: now + 1 });
  expect(await rowOf(db, "post", second)).toMatchObject({ state: "published" });
  expect((await everything(db)).appeal).toMatchObject([{ verdict: "overturned" }]);
});

test("whatever is contested of a post from which words were taken out, an administrator decides", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", nia.id).execute();
  const mia = { ...nia, role: "moderator" as const };
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: "A point. You clown. Another." });
  const { caseId, actId } = await decideOn(db, mo, id, "ask", { passage: "You clown." });
  const due = (await caseOf(db, caseId)).due_at!;
  await keepTime(db, due, () => {});
  await decide(db, mo, caseId, "redact", { now: due + 1 });
  const appeal = await appealAct(db, ben, actId, { body, now: due + 2 });
  const judge = () =>
    decideAppeal(db, mia, appeal, { verdict: "overturned", reason, now: due + 3 });
  expect(await refusalOf(db, judge)).toEqual({ status: 403, key: "deeds.appeal.administrator" });
});

test("an appeal of one endless word is refused for its letters", async () => {
  const { db, ben, mo } = await openForum();
  const act = await actOnPerson(db, mo, ben.id, { kind: "warn", reason, now });
  const appeal = () => appealAct(db, ben, act, { body: "w".repeat(20_000), now });
  await expect(appeal()).rejects.toMatchObject({
    problems: { body: { key: "deeds.appeal.letters", values: { letters: 20_000 } } },
  });
});
