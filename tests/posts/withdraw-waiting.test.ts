/** An author takes back what moderation has not let them show, or asked them to rewrite. */
import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { nextKey } from "#app/desk/next-key.ts";
import { readCase } from "#app/desk/read-case.server.ts";
import { deliverEvents } from "#app/events/deliver.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { withdrawPost } from "#app/posts/withdraw-post.server.ts";
import { openForum, START } from "../forum.ts";
import { caseOf, DAY, decideOn, HOUR, now } from "../moderation/cases.ts";
import { beginThread, everything, refusalOf, reply, rowOf } from "../threads/thread.ts";

const report = (error: unknown) => {
  throw error;
};

test("what waits for a look can be taken back: given back, it stays withdrawn, until its author shows it and people are told", async () => {
  const { db, ada, nia } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const body = "My number is 555 1234, see https://quillworks.example/weights for it.";
  const id = await reply(db, nia, threadId, { body });
  const takeBack = () => withdrawPost(db, nia, id, { isRestored: false, now: START + 10 });
  await takeBack();
  expect(await refusalOf(db, takeBack)).toEqual({ status: 403, key: "threads.withdrawn.already" });
  await keepTime(db, START + DAY, report);
  expect(await rowOf(db, "post", id)).toMatchObject({
    ...{ state: "published", withdrawn_at: START, is_taken_back: 1, restored_at: null },
  });
  await deliverEvents(db, START + DAY, () => "");
  const told = () =>
    db.selectFrom("notice").select("kind").where("person_id", "=", ada.id).execute();
  expect(await told()).toEqual([]);
  await withdrawPost(db, nia, id, { isRestored: true, now: START + DAY + 1 });
  await deliverEvents(db, START + DAY + 1, () => "");
  expect(await told()).toEqual([{ kind: "reply" }]);
});

test("while its author has taken back what they were asked to rewrite no time passes; shown again, it begins anew", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { caseId } = await decideOn(db, mo, id, "ask");
  await withdrawPost(db, ben, id, { isRestored: false, now: now + 10 });
  expect(await keepTime(db, now + 30 * DAY, report)).toBe(0);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", due_at: null });
  await withdrawPost(db, ben, id, { isRestored: true, now: now + 31 * DAY });
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "asked", due_at: now + 31 * DAY + 72 * HOUR },
  });
  expect((await everything(db)).action.map(({ kind }) => kind)).toEqual(["ask"]);
});

test("what moderators read of a lapsed case is that its time stands still while its author has taken the post back", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { caseId } = await decideOn(db, mo, id, "ask");
  const next = async () => {
    const { facts, post } = await readCase(db, mo, caseId, now);
    return nextKey(facts, post);
  };
  await keepTime(db, now + 3 * DAY, report);
  expect(await next()).toBe("moderation.next.lapsed");
  await withdrawPost(db, ben, id, { isRestored: false, now: now + 4 * DAY });
  expect(await next()).toBe("moderation.next.taken-back");
  await withdrawPost(db, ben, id, { isRestored: true, now: now + 5 * DAY });
  expect(await next()).toBe("moderation.next.lapsed");
  await keepTime(db, now + 30 * DAY, report);
  expect(await next()).toBe("moderation.next.lapsed.over");
});

/** Ben's post, about which he was asked and appeals; it is shown or taken back at times, in days. */
async function appealed(times: { takenBackAt?: number; appealAt: number; shownAt?: number }) {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId);
  const { caseId, actId } = await decideOn(db, mo, id, "ask");
  const { takenBackAt = Number.POSITIVE_INFINITY, appealAt, shownAt } = times;
  const on = (day: number) => now + day * DAY;
  const press = (isRestored: boolean, day: number) =>
    withdrawPost(db, ben, id, { isRestored, now: on(day) });
  if (takenBackAt < appealAt) await press(false, takenBackAt);
  const appeal = await appealAct(db, ben, actId, { body: "It is fair.", now: on(appealAt) });
  if (takenBackAt > appealAt && takenBackAt < 10) await press(false, takenBackAt);
  if (shownAt !== undefined && shownAt < 10) await press(true, shownAt);
  const upheld = { verdict: "upheld", reason: "It is about a person, still.", now: on(10) };
  await decideAppeal(db, root, appeal, upheld);
  return { db, id, caseId, press, on };
}

const upheldCases: [what: string, times: Parameters<typeof appealed>[0], due: number | null][] = [
  ["was never taken back has the time that was left", { appealAt: 1 }, 12],
  ["was taken back before has none while it is", { takenBackAt: 0.5, appealAt: 1 }, null],
  ["was taken back meanwhile has none while it is", { takenBackAt: 2, appealAt: 1 }, null],
  [
    ...(["was taken back before and shown meanwhile begins anew"] as const),
    ...([{ takenBackAt: 0.5, appealAt: 1, shownAt: 3 }, 13] as const),
  ],
  [
    ...(["was taken back and shown meanwhile begins anew"] as const),
    ...([{ takenBackAt: 2, appealAt: 1, shownAt: 3 }, 13] as const),
  ],
];

test.each(upheldCases)("upheld, the time to rewrite what %s", async (_what, times, due) => {
  const { db, id, caseId, press, on } = await appealed(times);
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "asked", waits_for: "author", closed_at: null },
    due_at: due === null ? null : on(due),
  });
  expect((await rowOf(db, "post", id)).state).toBe("asked");
  if (due !== null) return;
  expect(await keepTime(db, on(100), report)).toBe(0);
  await press(true, 101);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", due_at: on(104) });
});
