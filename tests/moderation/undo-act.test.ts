import { expect, test } from "vitest";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import {
  actOf,
  caseOf,
  decide,
  decideOn,
  everything,
  flagged,
  insultOf,
  now,
  refusalOf,
  verdictsOf,
} from "./cases.ts";

const undoing = { reason: "It was a mistake.", now: now + 60 };

test("a decision is undone by its moderator or another, once, and its flags were wrong", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const [kind, by] of [
    ["ask", mo],
    ["remove", root],
  ] as const) {
    const id = await reply(db, ben, threadId, { body: `Not so good: ${kind}.` });
    const before = await rowOf(db, "post", id);
    const caseId = await flagged(db, id, [ada]);
    const actId = await decide(db, mo, caseId, kind);
    const undoneBy = await undoAct(db, by, actId, undoing);
    expect(await actOf(db, actId)).toMatchObject({ undone_by_id: undoneBy });
    expect(await actOf(db, undoneBy)).toMatchObject({ kind: "restore", undoes_id: actId });
    expect(await caseOf(db, caseId)).toMatchObject({ state: "restored", closed_at: now + 60 });
    expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: before.body });
    expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
    expect(await insultOf(db, id)).toBe(0);
    expect(await refusalOf(db, () => undoAct(db, mo, actId, undoing))).toEqual({
      ...{ status: 409, key: "deeds.act.undone" },
    });
  }
});

test("what something else came after, what is final, and what is about oneself is not undone", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const because = (person: typeof mo, id: number) =>
    refusalOf(db, () => undoAct(db, person, id, undoing));
  const { actId, caseId } = await decideOn(db, mo, await reply(db, ben, threadId), "ask");
  await decide(db, mo, caseId, "remove");
  expect(await because(mo, actId)).toEqual({ status: 409, key: "deeds.act.changed" });
  const flaggedId = await flagged(db, await reply(db, ben, threadId), [ada]);
  const reopened = await undoAct(db, mo, await decide(db, mo, flaggedId, "dismiss"), undoing);
  expect(await because(mo, reopened)).toEqual({ status: 409, key: "deeds.act.final" });
  const ofMo = await decideOn(db, root, await reply(db, mo, threadId), "remove");
  expect(await because(mo, ofMo.actId)).toEqual({ status: 403, key: "deeds.person.self" });
  expect(await because(ada, actId)).toEqual({ status: 403, key: "refused.moderators-only" });
  expect(await because(mo, 999)).toEqual({ status: 404, key: "deeds.act.none" });
});

test("acts on threads are undone from the log too", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: false,
    reason: "It goes in circles.",
    now,
  });
  await splitBranch(db, mo, id, { title: "Of its own", reason: "It goes in circles.", now });
  for (const { id: actId } of (await everything(db)).action) await undoAct(db, mo, actId, undoing);
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ locked_at: null });
  expect(await rowOf(db, "post", id)).toMatchObject({ thread_id: threadId });
  const { action } = await everything(db);
  expect(action.map(({ kind, undone_at }) => [kind, undone_at])).toEqual([
    ["lock", now + 60],
    ["split", now + 60],
    ["unlock", null],
    ["merge", null],
  ]);
});

test("all of a newcomer's posts go as spam in one press, and come back by one undoing, whatever was decided before", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId, openingId } = await beginThread(db, nia);
  const ids = [openingId];
  for (let turn = 0; turn < 3; turn++)
    ids.push(await reply(db, nia, threadId, {}, { now: now + turn }));
  const gone = await reply(db, nia, threadId, { body: "Gone before." });
  await decideOn(db, mo, gone, "remove");
  await flagged(db, ids[1]!, [ada]);
  const bens = await reply(db, ada, threadId);
  const { actId } = await decideOn(db, mo, ids[2]!, "spam", { isWithAll: true });
  for (const id of ids) expect((await rowOf(db, "post", id)).state).toBe("removed");
  expect((await rowOf(db, "post", bens)).state).toBe("published");
  const { action, notice } = await everything(db);
  expect(action.filter(({ is_decision }) => is_decision)).toHaveLength(2);
  expect(notice.filter(({ about_id }) => about_id === actId)).toHaveLength(1);
  await undoAct(db, mo, actId, undoing);
  for (const id of ids) expect((await rowOf(db, "post", id)).state).toBe("published");
  expect((await rowOf(db, "post", gone)).state).toBe("removed");
  const after = await everything(db);
  expect(after.action.filter(({ kind, undone_at }) => kind === "spam" && !undone_at)).toEqual([]);
});
