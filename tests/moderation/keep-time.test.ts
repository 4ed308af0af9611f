import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { takeStep } from "#app/moderation/take-step.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { up } from "#db/migrations/013-lapsed.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { caseOf, DAY, decide, decideOn, everything, flagged, HOUR, keptOf, now } from "./cases.ts";

const broken: unknown[] = [];
const run = (db: Db, at: number) => keepTime(db, at, (error) => broken.push(error));

const step = (db: Db, caseId: number, event: "hide" | "hold") =>
  write(db, async (trx) => {
    const row = await trx
      .selectFrom("case")
      .selectAll()
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    await takeStep(trx, row, event, { now: START });
  });

test("who does not rewrite within three days has the post folded away, and after two weeks more it waits on for a moderator", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { caseId } = await decideOn(db, mo, id, "ask");
  const due = now + 72 * HOUR;
  expect(await run(db, due - 1)).toBe(0);
  expect(await run(db, due)).toBe(1);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "lapsed", due_at: due + 14 * DAY });
  const { action, event, notice } = await everything(db);
  expect(action.at(-1)).toMatchObject({ kind: "lapse", office: "clock", by_id: null });
  expect(event.at(-1)).toMatchObject({ kind: "rewrite-lapsed", reason: expect.any(String) });
  expect(notice.at(-1)).toMatchObject({ person_id: ben.id, kind: "decision" });
  expect(await run(db, due + 14 * DAY)).toBe(1);
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "lapsed", closed_at: null, due_at: null, waits_for: "moderator" },
  });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "lapsed" });
  expect((await everything(db)).action).toHaveLength(action.length);
  expect(await run(db, due + 400 * DAY)).toBe(0);
  const { version } = await rowOf(db, "post", id);
  const at = { now: due + 400 * DAY, limits: 100, scorer: () => undefined };
  await rewritePost(db, ben, id, { body: "It runs on two cards.", version }, at);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "rewritten", waits_for: "moderator" });
  expect(broken).toEqual([]);
});

test("what was not rewritten in time can be removed where something graver is flagged, and comes back", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { caseId } = await decideOn(db, mo, id, "ask");
  await run(db, now + 3 * DAY);
  const removed = await decide(db, mo, caseId, "remove", { now: now + 4 * DAY });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "removed", body: "" });
  await undoAct(db, mo, removed, { reason: "It was no threat.", now: now + 5 * DAY });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published" });
});

test("cases that were closed two weeks after their post was folded away wait for a moderator again", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const [folded, gone] = [await reply(db, ben, threadId), await reply(db, ben, threadId)];
  const close = async (postId: number, reason: string) => {
    const { caseId } = await decideOn(db, mo, postId, "ask", { reason });
    const over = {
      state: "lapsed" as const,
      closed_at: now + 20 * DAY,
      waits_for: null,
      due_at: null,
    };
    await db.updateTable("case").set(over).where("id", "=", caseId).execute();
    await db.updateTable("post").set({ state: "lapsed" }).where("id", "=", postId).execute();
    return caseId;
  };
  const former = await close(folded, "It is about a person.");
  const caseId = await close(folded, "It still is about a person.");
  const other = await close(gone, "It is about a person.");
  await decideOn(db, mo, gone, "remove");
  await up(db as unknown as Kysely<unknown>);
  expect(await caseOf(db, caseId)).toMatchObject({ waits_for: "moderator", closed_at: null });
  expect(await caseOf(db, former)).toMatchObject({ closed_at: now + 20 * DAY });
  expect(await caseOf(db, other)).toMatchObject({ closed_at: now + 20 * DAY });
});

test("what was hidden at once is back after a day, what was held after half of one, if nobody confirms it", async () => {
  const { db, ada, ben } = await openForum();
  const { threadId } = await beginThread(db, ada);
  for (const [event, hours, reason] of [
    ["hide", 24, "threat"],
    ["hold", 12, "spam"],
  ] as const) {
    const id = await reply(db, ben, threadId, { body: `Words to ${event}.` });
    const caseId = await flagged(db, id, [ada]);
    await db.updateTable("flag").set({ reason }).where("case_id", "=", caseId).execute();
    await step(db, caseId, event);
    expect(await rowOf(db, "post", id)).toMatchObject({ body: "", withdrawn_at: START });
    expect(await run(db, START + hours * HOUR - 1)).toBe(0);
    expect(await run(db, START + hours * HOUR)).toBe(1);
    expect(await caseOf(db, caseId)).toMatchObject({ state: "restored", waits_for: null });
    expect(await rowOf(db, "post", id)).toMatchObject({
      ...{ state: "published", body: `Words to ${event}.`, withdrawn_at: null },
    });
    expect(await keptOf(db, id)).toEqual([]);
    const { flag } = await everything(db);
    expect(flag.at(-1)).toMatchObject({ verdict: null, decided_at: START + hours * HOUR });
  }
});

test("two processes whose clocks strike at once take each step once", async () => {
  const { db, second, ada, ben, mo } = await openTwice();
  const { threadId } = await beginThread(db, ada);
  for (let turn = 0; turn < 3; turn++)
    await decideOn(db, mo, await reply(db, ben, threadId), "ask");
  const done = await Promise.all([run(db, now + 5 * DAY), run(second, now + 5 * DAY)]);
  expect(done[0]! + done[1]!).toBe(3);
  const { action } = await everything(db);
  expect(action.filter(({ kind }) => kind === "lapse")).toHaveLength(3);
  expect(broken).toEqual([]);
});
