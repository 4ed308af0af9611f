import { expect, test } from "vitest";
import { isBreakerTripped } from "#app/moderation/read-breaker.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { undoAllOf } from "#app/moderation/undo-all-of.server.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import { openForum } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { DAY, decide, decideOn, everything, flagged, now, refusalOf } from "./cases.ts";

const HOURLY = 30;

async function withReplies(count: number) {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const ids: number[] = [];
  for (let turn = 0; turn < count; turn++) ids.push(await reply(forum.db, forum.ben, threadId));
  return { ...forum, threadId, ids };
}

test("AC-106: a moderator who removes post after post is stopped, administrators are told once, and one press undoes all of it", async () => {
  const { db, threadId, ids, mo, root } = await withReplies(HOURLY + 2);
  for (const id of ids.slice(0, HOURLY)) await decideOn(db, mo, id, "remove");
  const stop = () => decideOn(db, mo, ids[HOURLY]!, "remove");
  await expect(stop()).rejects.toMatchObject({ status: 429, said: { key: "deeds.stopped" } });
  expect(await refusalOf(db, stop)).toMatchObject({ status: 429, key: "deeds.stopped" });
  expect((await rowOf(db, "post", ids[HOURLY]!)).state).toBe("published");
  const { event, notice } = await everything(db);
  const stopped = event.filter(({ kind }) => kind === "moderator-stopped");
  expect(stopped).toMatchObject([{ about_id: mo.id }]);
  expect(notice.filter(({ person_id }) => person_id === root.id)).toMatchObject([
    { kind: "case", about_id: stopped[0]!.id },
  ]);
  await decideOn(db, mo, ids[HOURLY]!, "ask");
  const lock = { act: "lock", reason: "It goes in circles." } as const;
  await moderateThread(db, mo, threadId, { ...lock, isUndone: false, now: now + 3600 });
  await moderateThread(db, mo, threadId, { ...lock, isUndone: true, now: now + 3600 });
  const all = { since: now - DAY, reason: "Somebody else held the account.", now: now + 60 };
  expect(await refusalOf(db, () => undoAllOf(db, mo, mo.id, all))).toMatchObject({ status: 403 });
  expect(await undoAllOf(db, root, mo.id, all)).toEqual({ undone: HOURLY + 1, left: 0 });
  for (const id of ids) {
    expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", withdrawn_at: null });
  }
  expect((await rowOf(db, "thread", threadId)).locked_at).toBe(null);
  expect(await undoAllOf(db, root, mo.id, all)).toEqual({ undone: 0, left: 0 });
});

test("posts that went along with another count each, and so do threads that are locked", async () => {
  const { db, ada, nia, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const ids: number[] = [];
  for (let turn = 0; turn < HOURLY; turn++) {
    ids.push(await reply(db, nia, threadId, { body: `Buy this ${turn}.` }, { now: now - turn }));
  }
  const next = await reply(db, ada, threadId);
  await decideOn(db, mo, ids[0]!, "spam", { isWithAll: true });
  const stopped = { status: 429, key: "deeds.stopped" };
  await expect(decideOn(db, mo, next, "remove")).rejects.toMatchObject({ status: 429 });
  expect(await refusalOf(db, () => decideOn(db, mo, next, "remove"))).toMatchObject(stopped);
  const lock = { act: "lock", isUndone: false, reason: "It goes in circles.", now } as const;
  expect(await refusalOf(db, () => moderateThread(db, mo, threadId, lock))).toMatchObject(stopped);
  await moderateThread(db, mo, threadId, { ...lock, now: now + 3600 });
});

test("a press that begins below the bound takes all posts of a newcomer along, and the next waits until less than the bound counts", async () => {
  const { db, nia, ids, threadId, mo } = await withReplies(HOURLY);
  const flood: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    flood.push(await reply(db, nia, threadId, { body: `Buy this ${turn}.` }, { now: now - turn }));
  }
  for (const id of ids.slice(1)) await decideOn(db, mo, id, "remove");
  await decideOn(db, mo, flood[0]!, "spam", { isWithAll: true, now: now + 600 });
  for (const id of flood) expect((await rowOf(db, "post", id)).state).toBe("removed");
  const next = (at: number) => () => decideOn(db, mo, ids[0]!, "remove", { now: at });
  const stopped = { status: 429, key: "deeds.stopped", retryAfter: 3000 };
  await expect(next(now + 600)()).rejects.toMatchObject({ status: 429 });
  expect(await refusalOf(db, next(now + 600))).toEqual(stopped);
  expect(await refusalOf(db, next(now + 3599))).toEqual({ ...stopped, retryAfter: 1 });
  await next(now + 3600)();
});

test("at the bound no newcomer's posts go along, not one of them", async () => {
  const { db, nia, ids, threadId, mo } = await withReplies(HOURLY);
  const flood = await reply(db, nia, threadId, { body: "Buy this." }, { now });
  for (const id of ids) await decideOn(db, mo, id, "remove");
  const sweep = () => decideOn(db, mo, flood, "spam", { isWithAll: true });
  await expect(sweep()).rejects.toMatchObject({ status: 429 });
  expect(await refusalOf(db, sweep)).toMatchObject({ status: 429, key: "deeds.stopped" });
  expect((await rowOf(db, "post", flood)).state).toBe("published");
});

test("where more than fifteen in a hundred of the last forty decisions were reversed, the circuit breaker opens, once, and the log says so", async () => {
  const { db, ada, ids, mo } = await withReplies(42);
  const acts: number[] = [];
  for (const id of ids.slice(0, 33)) await decide(db, mo, await flagged(db, id, [ada]), "dismiss");
  for (const id of ids.slice(33, 40)) acts.push((await decideOn(db, mo, id, "ask")).actId);
  for (const [index, id] of acts.entries()) {
    expect(await isBreakerTripped(db), `${index} reversed`).toBe(index > 6);
    await undoAct(db, mo, id, { reason: "Too strict.", now: now + 60 });
  }
  expect(await isBreakerTripped(db)).toBe(true);
  const trips = (await everything(db)).event.filter(({ kind }) => kind === "breaker-tripped");
  expect(trips).toHaveLength(1);
  for (const id of ids.slice(40)) await decideOn(db, mo, id, "ask");
  expect(await isBreakerTripped(db)).toBe(true);
});
