import { expect, test } from "vitest";
import type { Person } from "#app/permissions.ts";
import { listThreads } from "#app/threads/list-threads.server.ts";
import { moderateThread, type ThreadAct } from "#app/threads/moderate-thread.server.ts";
import { moveToTopics } from "#app/threads/move-to-topics.server.ts";
import { quietThread } from "#app/threads/quiet-thread.server.ts";
import { slowThread } from "#app/threads/slow-thread.server.ts";
import { openForum, START } from "../forum.ts";
import { beginThread, everything, refusalOf, rowOf } from "./thread.ts";

const now = START + 60;
const deed = (act: ThreadAct, isUndone = false, reason = "  Going in circles. ") => ({
  ...{ act, isUndone, reason, now },
});

test("pinning and locking keep who and when, tell why, and are undone", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  const before = await rowOf(db, "thread", threadId);
  for (const [act, at, by] of [
    ["pin", "pinned_at", "pinned_by_id"],
    ["lock", "locked_at", "locked_by_id"],
  ] as const) {
    expect(await moderateThread(db, mo, threadId, deed(act))).toBe(path);
    expect(await rowOf(db, "thread", threadId)).toMatchObject({ [at]: now, [by]: mo.id });
    await moderateThread(db, root, threadId, deed(act, true, "Calm again."));
    expect(await rowOf(db, "thread", threadId)).toMatchObject({ [at]: null, [by]: null });
  }
  expect(await rowOf(db, "thread", threadId)).toEqual({ ...before, version: before.version + 4 });
  expect((await everything(db)).event.slice(1)).toMatchObject([
    { kind: "thread-pinned", person_id: mo.id, thread_id: threadId, reason: "Going in circles." },
    { kind: "thread-unpinned", person_id: root.id, reason: "Calm again." },
    { kind: "thread-locked", person_id: mo.id },
    { kind: "thread-unlocked", person_id: root.id },
  ]);
});

test("what is sent twice is done once, also after another thing was done", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId, path } = await beginThread(db, ada);
  for (const act of ["lock", "pin", "lock"] as const) {
    await moderateThread(db, mo, threadId, deed(act));
    const before = await everything(db);
    expect(await moderateThread(db, mo, threadId, deed(act))).toBe(path);
    expect(await everything(db)).toEqual(before);
  }
});

test("an act that would change nothing is refused and stands in no log", async () => {
  const { db, ada, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const reason = "It goes in circles.";
  const acts: [kind: string, act: (person: Person) => Promise<unknown>][] = [
    ["lock", (by) => moderateThread(db, by, threadId, deed("lock"))],
    ["pin", (by) => moderateThread(db, by, threadId, deed("pin"))],
    ["slow", (by) => slowThread(db, by, threadId, { seconds: 300, reason, now })],
    ["move", (by) => moveToTopics(db, by, threadId, { topics: ["licences"], reason, now })],
    ["unlock", (by) => moderateThread(db, by, threadId, deed("lock", true))],
    ["unpin", (by) => moderateThread(db, by, threadId, deed("pin", true))],
    ["unslow", (by) => slowThread(db, by, threadId, { seconds: null, reason, now })],
  ];
  for (const [kind, act] of acts) {
    await act(mo);
    const same = { status: 409, key: "deeds.thread.same" };
    expect(await refusalOf(db, () => act(root)), kind).toEqual(same);
  }
  const quiet = (isEnded: boolean, reason: string) =>
    quietThread(db, ada, threadId, { isEnded, reason, now });
  const same = { status: 409, key: "deeds.thread.same" };
  expect(await refusalOf(db, () => quiet(true, reason))).toEqual(same);
  await quiet(false, reason);
  await quiet(false, reason);
  expect(await refusalOf(db, () => quiet(false, "Once more, please."))).toEqual(same);
});

test("members moderate nothing, not even their own threads", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const person of [ada, ben]) {
    for (const act of ["pin", "lock"] as const) {
      const asked = () => moderateThread(db, person, threadId, deed(act));
      expect(await refusalOf(db, asked)).toEqual({ status: 403, key: "refused.moderators-only" });
    }
  }
});

test("without a reason, or with one too short or too long, or where there is no thread, nothing is done", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const because = (reason: string, id = threadId) =>
    refusalOf(db, () => moderateThread(db, mo, id, deed("lock", false, reason)));
  const missing = { status: 422, problems: { reason: { key: "accounts.reason.missing" } } };
  expect(await because("")).toEqual(missing);
  expect(await because(" \n\t ")).toEqual(missing);
  const short = { key: "accounts.reason.short", values: { least: 10 } };
  for (const said of ["So.", "123456789", "1 2 3 4 5 6 7 8 9", `123456789${"\u200b".repeat(9)}`]) {
    expect(await because(said)).toEqual({ status: 422, problems: { reason: short } });
  }
  expect(await because("a".repeat(501))).toMatchObject({ status: 422, problems: { reason: {} } });
  expect(await because("It goes in circles.", 99)).toEqual({
    status: 404,
    key: "threads.not-found",
  });
  await moderateThread(db, mo, threadId, deed("lock", false, "\u{1F999}".repeat(500)));
});

test("pinned threads stand first among the best, and each thread once on all pages", async () => {
  const { db, ada, mo } = await openForum();
  const ids: number[] = [];
  for (let turn = 0; turn < 45; turn++) {
    ids.push((await beginThread(db, ada, {}, { now: START + turn })).threadId);
  }
  for (const id of ids.slice(0, 22))
    await moderateThread(db, mo, id, { ...deed("pin"), now: now + id });
  const shown: number[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listThreads>> = await listThreads(db, {
      order: "best",
      after,
    });
    shown.push(...page.threads.map((thread) => thread.id));
    after = page.next;
  } while (after);
  expect(shown.slice(0, 22)).toEqual(ids.slice(0, 22).reverse());
  expect(shown.slice(22)).toEqual(ids.slice(22).reverse());
});

test("whose role was taken away since the request began moderates nothing", async () => {
  const { db, ada, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await db.updateTable("person").set({ role: "member" }).where("id", "=", mo.id).execute();
  for (const act of ["pin", "lock"] as const) {
    const asked = () => moderateThread(db, mo, threadId, deed(act));
    expect(await refusalOf(db, asked)).toEqual({ status: 403, key: "refused.moderators-only" });
  }
});
