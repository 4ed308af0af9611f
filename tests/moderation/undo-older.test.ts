import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import type { Person } from "#app/permissions.ts";
import { mergeThreads } from "#app/threads/merge-threads.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { quietThread } from "#app/threads/quiet-thread.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import { splitBranch } from "#app/threads/split-branch.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { actOf, DAY, everything, now, refusalOf, suspendedUntil } from "./cases.ts";

const reason = "It goes in circles.";
const lastOf = async (db: Db) => (await everything(db)).action.at(-1)!.id;
const undo = (db: Db, person: Person, id: number, after = 60) =>
  undoAct(db, person, id, { reason, now: now + after });
const overtaken = { status: 409, key: "shields.undo.changed" };

test("an act on a thread is undone only while nothing later of its kind stands", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const slow = (person: Person, seconds: number | null) =>
    slowThread(db, person, threadId, { seconds, reason, now });
  const move = (topics: string[]) => moveToTopics(db, mo, threadId, { topics, reason, now });
  const pin = (isUndone: boolean) =>
    moderateThread(db, mo, threadId, { act: "pin", isUndone, reason, now });
  const quiet = (at: number) => quietThread(db, ada, threadId, { isEnded: false, reason, now: at });
  for (const deeds of [
    [() => slow(mo, 60), () => slow(root, 900)],
    [() => move(["Licences"]), () => move(["Licences", "Open weights"])],
    [() => pin(false).then(() => pin(true)), () => pin(false)],
    [() => quiet(now), () => quiet(now + 3 * DAY)],
  ] as const) {
    await deeds[0]();
    const first = await lastOf(db);
    await deeds[1]();
    expect(await refusalOf(db, () => undo(db, root, first, 3 * DAY + 60))).toEqual(overtaken);
    expect(await actOf(db, first)).toMatchObject({ undone_at: null });
  }
});

test("once what came later is undone, what was before it is undone too, and either undoing can be undone", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const seconds = async () => (await rowOf(db, "thread", threadId)).slow_seconds;
  await slowThread(db, mo, threadId, { seconds: 60, reason, now });
  const first = await lastOf(db);
  await slowThread(db, root, threadId, { seconds: 900, reason, now });
  await undo(db, mo, await undo(db, mo, await lastOf(db)));
  expect(await seconds()).toBe(900);
  await undo(db, mo, await lastOf(db));
  expect(await seconds()).toBe(60);
  await undo(db, mo, first);
  expect(await seconds()).toBe(null);
});

test("a quiet that is over is not undone, since nothing is left of it", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await quietThread(db, ada, threadId, { isEnded: false, reason, now });
  const id = await lastOf(db);
  expect(await refusalOf(db, () => undo(db, mo, id, 3 * DAY))).toEqual(overtaken);
});

test("of two suspensions with the same end, the first one's undoing leaves the second", async () => {
  const { db, ben, mo } = await openForum();
  const until = now + 10 * DAY;
  const suspend = () => actOnPerson(db, mo, ben.id, { kind: "suspend", reason, until, now });
  const first = await suspend();
  await db.updateTable("person").set({ suspended_until: null }).where("id", "=", ben.id).execute();
  const second = await suspend();
  await undo(db, mo, first);
  expect(await suspendedUntil(db, ben.id)).toBe(until);
  await undo(db, mo, second);
  expect(await suspendedUntil(db, ben.id)).toBe(null);
});

test("an appeal is overturned although the thread was locked anew, which stays", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const slow = (seconds: number) => slowThread(db, mo, threadId, { seconds, reason, now });
  await slow(60);
  const first = await lastOf(db);
  const appeal = await appealAct(db, ada, first, { body: "No need.", now });
  await slow(900);
  await decideAppeal(db, root, appeal, { verdict: "overturned", reason, now });
  expect(await actOf(db, first)).toMatchObject({ undone_at: now });
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ slow_seconds: 900 });
});

test("the undoing of a split or a merge is logged of the thread where the posts are then, and is undone as well", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  await splitBranch(db, mo, id, { title: "Of its own", reason, now });
  const own = (await rowOf(db, "post", id)).thread_id;
  const joined = await undo(db, mo, await lastOf(db));
  expect(await actOf(db, joined)).toMatchObject({ kind: "merge", thread_id: threadId });
  const parted = await undo(db, mo, joined);
  expect(await actOf(db, parted)).toMatchObject({ kind: "split", thread_id: own });
  await mergeThreads(db, mo, own, { intoId: threadId, parentId: null, reason, now });
  expect(await actOf(db, await undo(db, mo, await lastOf(db)))).toMatchObject({ thread_id: own });
  await undo(db, mo, await lastOf(db));
  expect(await rowOf(db, "post", id)).toMatchObject({ thread_id: threadId });
});
