/** What was dismissed, given back or accepted by mistake is open again, and its flags with it. */
import { expect, test } from "vitest";
import { readOwnOfAct } from "#app/log/read-own-of-act.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import { rewritePost } from "#app/moderation/rewrite-post.server.ts";
import { findCase, takeStep } from "#app/moderation/take-step.server.ts";
import { undoAct } from "#app/moderation/undo-act.server.ts";
import { undoAllOf } from "#app/moderation/undo-all-of.server.ts";
import { weighVotes } from "#app/ranking/fit/weigh-votes.server.ts";
import { readConduct } from "#app/standing/read-conduct.server.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import { write } from "#db/write.server.ts";
import { flag, theCase, theTally } from "../flags/flagging.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";
import { kept, recount, totals } from "../votes/recount.ts";
import {
  actOf,
  caseOf,
  DAY,
  decide,
  decideOn,
  everything,
  flagged,
  now,
  refusalOf,
  suspendedUntil,
  verdictsOf,
} from "./cases.ts";

const again = { reason: "It was dismissed by mistake.", now: now + 60 };
const TEXT = "It runs on two cards. You are an utter fool. I measured it twice.";
const BETTER = "It runs on two cards. I measured it twice.";

async function scene() {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body: TEXT });
  return { ...forum, threadId, id };
}

const pass = (db: Parameters<typeof keepTime>[0], at: number) =>
  keepTime(db, at, (error) => {
    throw error;
  });

test("flags dismissed by mistake are open again, and nobody who heard nothing of them hears of that", async () => {
  const { db, ada, nia, mo, root, id } = await scene();
  const caseId = await flagged(db, id, [ada, nia]);
  const dismissed = await decide(db, mo, caseId, "dismiss");
  expect(await verdictsOf(db, caseId)).toEqual(["rejected", "rejected"]);
  const reopened = await undoAct(db, root, dismissed, again);
  expect(await actOf(db, reopened)).toMatchObject({ kind: "reopen", undoes_id: dismissed });
  expect(await actOf(db, dismissed)).toMatchObject({ undone_by_id: reopened });
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "open", waits_for: "moderator", waits_since: again.now, flag_count: 2 },
    ...{ closed_at: null, decided_at: null, decided_by_id: null },
  });
  expect(await verdictsOf(db, caseId)).toEqual([null, null]);
  expect((await readConduct(db, ada.id)).rejected).toBe(0);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: TEXT });
  expect((await everything(db)).notice.filter(({ kind }) => kind === "decision")).toEqual([]);
  expect(await refusalOf(db, () => undoAct(db, mo, dismissed, again))).toMatchObject({
    key: "deeds.act.undone",
  });
  expect(await refusalOf(db, () => undoAct(db, mo, reopened, again))).toMatchObject({
    key: "deeds.act.final",
  });
  await decide(db, mo, caseId, "remove", { now: again.now + 60 });
  expect(await verdictsOf(db, caseId)).toEqual(["upheld", "upheld"]);
});

test("a reopened case weighs its flags as before, and what whoever flagged agreed with stays out of the sums", async () => {
  const { db, ada, mo, id } = await scene();
  await castVote(db, ada, id, { agree: -1 }, START + 10);
  await flag(db, ada, id, { reason: "insult", passage: "You are an utter fool." });
  const { id: caseId, insult } = await theCase(db);
  const voters = async () => (await theTally(db, id)).voter_count;
  const before = await voters();
  const dismissed = await decide(db, mo, caseId, "dismiss");
  await undoAct(db, mo, dismissed, again);
  expect((await theCase(db)).insult).toBe(insult);
  expect(await voters()).toBe(before);
  await weighVotes(db, [], again.now + 10);
  expect(await voters()).toBe(before);
  expect(await kept(db)).toEqual(await recount(db));
  const sums = await totals(db);
  expect(sums.kept).toEqual(sums.recounted);
});

test("what came after a dismissal keeps it: another case of the post, decided or not", async () => {
  const { db, ada, nia, mo, id } = await scene();
  const caseId = await flagged(db, id, [ada]);
  const dismissed = await decide(db, mo, caseId, "dismiss");
  const later = await flagged(db, id, [ada, nia]);
  const overtaken = { status: 409, key: "deeds.act.changed" };
  expect(await refusalOf(db, () => undoAct(db, mo, dismissed, again))).toEqual(overtaken);
  await decide(db, mo, later, "dismiss");
  expect(await refusalOf(db, () => undoAct(db, mo, dismissed, again))).toEqual(overtaken);
});

test("a post given back by mistake stays to be read while its case is open again, and its author is told", async () => {
  const { db, ben, mo, root, id } = await scene();
  const { caseId } = await decideOn(db, mo, id, "remove");
  const restored = await decide(db, mo, caseId, "restore", { now: now + 30 });
  await undoAct(db, root, restored, again);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", waits_for: "moderator" });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: TEXT });
  const { notice } = await everything(db);
  expect(notice.at(-1)).toMatchObject({ person_id: ben.id, kind: "decision" });
  await decide(db, mo, caseId, "ask", { now: again.now + 60 });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "asked" });
});

test("a new text that was accepted by mistake, by a moderator or by itself, is looked at again; the former stays its author's", async () => {
  const { db, ada, ben, mo, threadId } = await scene();
  for (const means of ["confirm", "clear"] as const) {
    const id = await reply(db, ben, threadId, { body: `${TEXT} ${means}` });
    const caseId = await flagged(db, id, [ada], { passage: "You are an utter fool." });
    await decide(db, mo, caseId, "ask");
    const body = means === "clear" ? `${BETTER} Well.` : `${TEXT} You are still one.`;
    const { version } = await rowOf(db, "post", id);
    const at = { now: now + 10, limits: 100, scorer: () => undefined };
    await rewritePost(db, ben, id, { body, version }, at);
    if (means === "confirm") await decide(db, mo, caseId, "confirm", { now: now + 20 });
    const { action } = await everything(db);
    expect(action.at(-1)!.kind).toBe(means);
    const { public_from } = await rowOf(db, "post", id);
    await undoAct(db, mo, action.at(-1)!.id, again);
    expect(await caseOf(db, caseId)).toMatchObject({ state: "open", waits_for: "moderator" });
    expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
    expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body, public_from });
  }
});

test("that a new text is not enough is taken back: it stands, and what was said of the former was right", async () => {
  const { db, ada, ben, mo, id } = await scene();
  const caseId = await flagged(db, id, [ada], { passage: "You are an utter fool." });
  await decide(db, mo, caseId, "ask");
  const { version } = await rowOf(db, "post", id);
  const at = { now: now + 10, limits: 100, scorer: () => undefined };
  await rewritePost(db, ben, id, { body: `${TEXT} Well.`, version }, at);
  const refused = await decide(db, mo, caseId, "refuse", { now: now + 20 });
  await undoAct(db, mo, refused, again);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "restored" });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: `${TEXT} Well.` });
  expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
});

test("what was held and shown again by mistake is open for a decision", async () => {
  const { db, mo, nia, threadId } = await scene();
  const body = "See https://papers.example/weights for more.";
  const id = await reply(db, nia, threadId, { body });
  const { id: caseId } = await theCase(db);
  const released = await decide(db, mo, caseId, "dismiss");
  expect(await actOf(db, released)).toMatchObject({ kind: "release" });
  await undoAct(db, mo, released, again);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", kind: "spam", is_found: 1 });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body });
  await decide(db, mo, caseId, "spam", { now: again.now + 60 });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "removed" });
});

test("what was hidden and is shown again while it is flagged for something else is decided in its case, which is open already", async () => {
  const { db, ada, mo, id } = await scene();
  const caseId = await flagged(db, id, [ada]);
  await write(db, async (trx) => takeStep(trx, await findCase(trx, caseId), "hide", { now }));
  await pass(db, now + DAY);
  const released = (await everything(db)).action.at(-1)!;
  expect(released).toMatchObject({ kind: "release", case_id: caseId });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "open", closed_at: null });
  const own = () => readOwnOfAct(db, mo, released.id, now + DAY);
  expect(await own()).toMatchObject({ mayUndo: false });
  const undone = () => undoAct(db, mo, released.id, { ...again, now: now + DAY });
  expect(await refusalOf(db, undone)).toEqual({ status: 409, key: "deeds.act.open" });
});

test("a suspension or a pace that was ended by mistake holds again to its end, unless that is over or another holds", async () => {
  const { db, ben, mo, root } = await scene();
  const until = now + 3 * DAY;
  const about = (kind: "suspend" | "unsuspend", at: number) =>
    actOnPerson(db, mo, ben.id, { kind, until, reason: "Three insults in a day.", now: at });
  await about("suspend", now);
  const ended = await about("unsuspend", now + 10);
  const held = await undoAct(db, root, ended, again);
  expect(await actOf(db, held)).toMatchObject({ kind: "suspend", until_at: until });
  expect(await suspendedUntil(db, ben.id)).toBe(until);
  await undoAct(db, root, held, { ...again, now: again.now + 1 });
  expect(await suspendedUntil(db, ben.id)).toBe(null);
  await about("suspend", again.now + 2);
  const second = await about("unsuspend", again.now + 3);
  await about("suspend", again.now + 4);
  const overtaken = { status: 409, key: "deeds.act.changed" };
  expect(await refusalOf(db, () => undoAct(db, root, second, again))).toEqual(overtaken);
  const third = await about("unsuspend", again.now + 5);
  const late = { ...again, now: until };
  expect(await refusalOf(db, () => undoAct(db, root, third, late))).toEqual(overtaken);
  const warned = await actOnPerson(db, mo, ben.id, {
    ...{ kind: "warn", reason: "Three insults in a day.", now },
  });
  const taken = await undoAct(db, mo, warned, again);
  const warnedAgain = await undoAct(db, root, taken, again);
  expect(await actOf(db, warnedAgain)).toMatchObject({ kind: "warn", undone_at: null });
});

test("all that one moderator did in an hour is undone, with what they dismissed and what they gave back", async () => {
  const { db, ada, ben, mo, root, threadId, id } = await scene();
  const dismissedId = await flagged(db, id, [ada]);
  await decide(db, mo, dismissedId, "dismiss");
  const other = await reply(db, ben, threadId, { body: TEXT });
  const { caseId } = await decideOn(db, root, other, "remove");
  await decide(db, mo, caseId, "restore", { now: now + 10 });
  const how = { since: now, reason: "The account was taken over.", now: now + 60 };
  expect(await undoAllOf(db, root, mo.id, how)).toEqual({ undone: 2, left: 0 });
  for (const each of [dismissedId, caseId]) {
    expect(await caseOf(db, each)).toMatchObject({ state: "open", waits_for: "moderator" });
  }
});

test("what one moderator did in two steps, asked and dismissed, removed and gave back, waits for somebody else with its flags open", async () => {
  const { db, ada, ben, mo, root, threadId } = await scene();
  const cases: number[] = [];
  for (const [first, second] of [
    ["ask", "dismiss"],
    ["remove", "restore"],
  ] as const) {
    const id = await reply(db, ben, threadId, { body: `${TEXT} ${first}` });
    const caseId = await flagged(db, id, [ada]);
    await decide(db, mo, caseId, first);
    await decide(db, mo, caseId, second, { now: now + 10 });
    cases.push(caseId);
  }
  const how = { since: now, reason: "The account was taken over.", now: now + 60 };
  expect(await undoAllOf(db, root, mo.id, how)).toEqual({ undone: 2, left: 0 });
  for (const caseId of cases) {
    expect(await caseOf(db, caseId)).toMatchObject({ state: "open", waits_for: "moderator" });
    expect(await verdictsOf(db, caseId)).toEqual([null]);
  }
});

test("who is asked after a case was opened again is asked as for the first time, with the whole of the time", async () => {
  const { db, ada, ben, mo, id } = await scene();
  const caseId = await flagged(db, id, [ada], { passage: "You are an utter fool." });
  const at = { limits: 100, scorer: () => undefined };
  const rewrite = async (body: string, when: number) => {
    const { version } = await rowOf(db, "post", id);
    await rewritePost(db, ben, id, { body, version }, { ...at, now: when });
  };
  await decide(db, mo, caseId, "ask");
  await rewrite(`${TEXT} Well.`, now + 10);
  await decide(db, mo, caseId, "refuse", { now: now + 20 });
  await rewrite(`${TEXT} Well, well.`, now + 30);
  const confirmed = await decide(db, mo, caseId, "confirm", { now: now + 40 });
  await undoAct(db, mo, confirmed, again);
  await decide(db, mo, caseId, "ask", { now: again.now + 10 });
  const due = again.now + 10 + 3 * DAY;
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked", ask_count: 1, due_at: due });
  await rewrite(BETTER, again.now + 20);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "cleared" });
});

test("a flag that comes while a case is opened again joins it, or comes first and keeps it closed", async () => {
  const { db, second, ada, ben, nia, mo } = await openTwice();
  const { threadId } = await beginThread(db, ada);
  const id = await reply(db, ben, threadId, { body: TEXT });
  const caseId = await flagged(db, id, [ada]);
  const dismissed = await decide(db, mo, caseId, "dismiss");
  const [reopened] = await Promise.allSettled([
    undoAct(db, mo, dismissed, again),
    flag(second, nia, id, { reason: "spam" }, { now: again.now }),
  ]);
  const { case: cases } = await everything(db);
  expect(cases.filter(({ closed_at }) => closed_at === null)).toHaveLength(1);
  expect(cases).toHaveLength(reopened.status === "fulfilled" ? 1 : 2);
  await pass(db, again.now + 30 * DAY);
});
