import { expect, test } from "vitest";
import { beginSession, readSession } from "#app/accounts/session.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { openCase } from "#app/moderation/open-case.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { DAY, everything, now, refusalOf, suspendedUntil } from "./cases.ts";

const reason = "It goes in circles.";

test("what an administrator decided about a person, and what is about somebody in office, only an administrator takes back", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", ben.id).execute();
  const until = now + 30 * DAY;
  const suspend = (id: number) =>
    actOnPerson(db, root, id, { kind: "suspend", reason, until, now });
  for (const [id, key] of [
    [ada.id, "deeds.person.higher"],
    [ben.id, "deeds.person.higher"],
  ] as const) {
    const act = await suspend(id);
    const undo = (person: typeof mo) => undoAct(db, person, act, { reason, now: now + 1 });
    expect(await refusalOf(db, () => undo(mo))).toEqual({ status: 403, key });
    const end = { kind: "unsuspend", reason, now: now + 1 } as const;
    expect(await refusalOf(db, () => actOnPerson(db, mo, id, end))).toMatchObject({ status: 403 });
    expect(await suspendedUntil(db, id)).toBe(until);
    await undo(root);
    expect(await suspendedUntil(db, id)).toBe(null);
  }
  const warned = await actOnPerson(db, mo, ada.id, { kind: "warn", reason, now });
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", ada.id).execute();
  const undo = () => undoAct(db, mo, warned, { reason, now: now + 1 });
  expect(await refusalOf(db, undo)).toEqual({ status: 403, key: "deeds.person.office" });
});

test("a moderator decides nothing about their own thread where a colleague did", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, mo);
  const other = await beginThread(db, ada, { title: "Another thread of hers" });
  const lock = (person: typeof mo, isUndone: boolean) =>
    moderateThread(db, person, threadId, { act: "lock", isUndone, reason, now });
  const slow = (person: typeof mo, seconds: number | null) =>
    slowThread(db, person, threadId, { seconds, reason, now });
  const move = (person: typeof mo, topic: string) =>
    moveToTopics(db, person, threadId, { topics: [topic], reason, now });
  await lock(mo, false);
  await lock(mo, true);
  await lock(root, false);
  await slow(root, 900);
  await move(root, "Licences");
  const self = { status: 403, key: "deeds.person.self" };
  for (const deed of [() => lock(mo, true), () => slow(mo, null), () => move(mo, "Open weights")]) {
    expect(await refusalOf(db, deed)).toEqual(self);
  }
  await lock(root, true);
  const id = await reply(db, mo, other.threadId);
  await splitBranch(db, root, id, { title: "Of its own", reason, now });
  const own = (await rowOf(db, "post", id)).thread_id;
  const merge = (person: typeof mo, from: number) =>
    mergeThreads(db, person, from, { intoId: other.threadId, parentId: null, reason, now });
  expect(await refusalOf(db, () => merge(mo, own))).toEqual(self);
  await merge(root, own);
  const split = () => splitBranch(db, mo, id, { title: "Of its own again", reason, now });
  expect(await refusalOf(db, split)).toEqual(self);
});

test("an office rests while its holder is suspended, also for what they had begun, and comes back with the end", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { token } = await beginSession(db, mo.id, now);
  const roleAt = async (at: number) => (await readSession(db, token, at))?.person.role;
  const until = now + DAY;
  await actOnPerson(db, root, mo.id, { kind: "suspend", reason, until, now });
  expect([await roleAt(until - 1), await roleAt(until)]).toEqual(["member", "moderator"]);
  const remove = (person: typeof mo) =>
    openCase(db, person, id, { kind: "remove", ruleId: null, reason, now: now + 1 });
  const late = await refusalOf(db, () => remove(mo));
  expect(late).toEqual({ status: 403, key: "refused.moderators-only" });
  await remove((await readSession(db, token, until))!.person);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "removed" });
});

test("where nobody else in office could, an administrator undoes after a day what was done about themselves, and the log says so", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, root, threadId);
  const act = await openCase(db, mo, id, { kind: "remove", ruleId: null, reason, now });
  const undo = (at: number) => undoAct(db, root, act, { reason, now: at });
  const early = await refusalOf(db, () => undo(now + DAY - 1));
  expect(early).toEqual({ status: 403, key: "deeds.act.wait-a-day" });
  const role = (name: "moderator" | "member") =>
    db.updateTable("person").set({ role: name }).where("id", "=", ada.id).execute();
  await role("moderator");
  const self = { status: 403, key: "deeds.person.self" };
  expect(await refusalOf(db, () => undo(now + DAY))).toEqual(self);
  await role("member");
  const undone = await undo(now + DAY);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published" });
  const { event } = await everything(db);
  expect(JSON.parse(event.find((each) => each.id === undone)!.details!)).toEqual({ alone: 1 });
});
