import { expect, test } from "vitest";
import { appealAct } from "#app/appeals/appeal-act.server.ts";
import { decideAppeal } from "#app/appeals/decide-appeal.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import { keepTime } from "#app/moderation/keep-time.server.ts";
import type { Person } from "#app/permissions.ts";
import { moderateThread } from "#app/threads/moderate-thread.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import {
  actOf,
  caseOf,
  DAY,
  decide,
  decideOn,
  everything,
  flagged,
  HOUR,
  insultOf,
  keptOf,
  now,
  refusalOf,
  verdictsOf,
} from "../moderation/cases.ts";
import { beginThread, reply, rowOf } from "../threads/thread.ts";

const body = "It is a joke among friends, and he says so himself.";
const appeal = (db: Db, person: Person, actId: number, at = now + HOUR, text = body) =>
  appealAct(db, person, actId, { body: text, now: at });
const judge = (
  db: Db,
  person: Person,
  appealId: number,
  verdict: "upheld" | "overturned",
  at = now + DAY,
) => decideAppeal(db, person, appealId, { verdict, reason: "Looked at it again.", now: at });

async function decided(kind: "ask" | "remove") {
  const forum = await openForum();
  const { threadId } = await beginThread(forum.db, forum.ada);
  const id = await reply(forum.db, forum.ben, threadId, { body: "You clown." });
  const caseId = await flagged(forum.db, id, [forum.ada]);
  const actId = await decide(forum.db, forum.mo, caseId, kind);
  return { ...forum, threadId, id, caseId, actId };
}

test("while an appeal waits the time of its case stands still, and goes on where it was if the decision stands", async () => {
  const { db, ben, root, id, caseId, actId } = await decided("ask");
  const appealId = await appeal(db, ben, actId);
  expect(await caseOf(db, caseId)).toMatchObject({ state: "appealed", due_at: null });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "asked" });
  expect(await keepTime(db, now + 30 * DAY, () => {})).toBe(0);
  const answer = await judge(db, root, appealId, "upheld", now + 5 * DAY);
  expect(await caseOf(db, caseId)).toMatchObject({
    ...{ state: "asked", due_at: now + 5 * DAY + 71 * HOUR, ask_count: 1, waits_for: "author" },
  });
  expect(await actOf(db, answer)).toMatchObject({ kind: "uphold", about_id: ben.id });
  expect(await actOf(db, actId)).toMatchObject({ undone_at: null });
  const { event, notice } = await everything(db);
  expect(event.map(({ kind }) => kind)).toContain("appeal-made");
  expect(notice.filter(({ person_id }) => person_id === ben.id).at(-1)).toMatchObject({
    ...{ kind: "decision", about_id: answer },
  });
  expect(await verdictsOf(db, caseId)).toEqual(["upheld"]);
});

test("overturned, a removed post is back at once, the act is marked undone, and its flags were wrong", async () => {
  const { db, ben, root, id, caseId, actId } = await decided("remove");
  const appealId = await appeal(db, ben, actId);
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "removed", body: "" });
  const answer = await judge(db, root, appealId, "overturned");
  expect(await caseOf(db, caseId)).toMatchObject({ state: "restored", waits_for: null });
  expect(await rowOf(db, "post", id)).toMatchObject({ state: "published", body: "You clown." });
  expect(await keptOf(db, id)).toEqual([]);
  expect(await actOf(db, actId)).toMatchObject({ undone_by_id: answer, undone_at: now + DAY });
  expect(await verdictsOf(db, caseId)).toEqual(["rejected"]);
  expect(await insultOf(db, id)).toBe(0);
});

test("a lock, a warning and a suspension can be appealed too, and overturned they are undone", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const { threadId } = await beginThread(db, ben);
  await moderateThread(db, mo, threadId, {
    act: "lock",
    isUndone: false,
    reason: "It goes in circles.",
    now,
  });
  const act = { reason: "It goes in circles.", now };
  await actOnPerson(db, mo, ben.id, { ...act, kind: "warn" });
  await actOnPerson(db, mo, ben.id, { ...act, kind: "suspend", until: now + 3 * DAY });
  for (const { id, kind } of (await everything(db)).action) {
    expect(await refusalOf(db, () => appeal(db, ada, id))).toMatchObject({
      ...{ status: 403, key: "deeds.appeal.not-yours" },
    });
    await judge(db, root, await appeal(db, ben, id), "overturned");
    expect(await actOf(db, id), kind).toMatchObject({ undone_at: now + DAY });
  }
  expect(await rowOf(db, "thread", threadId)).toMatchObject({ locked_at: null });
  expect((await everything(db)).person[ben.id - 1]).toMatchObject({ suspended_until: null });
});

test("an appeal is made once, in few words, in time, and of what can be appealed; else it is said what can be done instead", async () => {
  const { db, ben, mo, root, caseId, actId, threadId } = await decided("ask");
  const because = (deed: () => Promise<unknown>) => refusalOf(db, deed);
  expect(await because(() => appeal(db, ben, actId, now, "  "))).toMatchObject({ status: 422 });
  const long = "word ".repeat(301);
  expect(await because(() => appeal(db, ben, actId, now, long))).toMatchObject({ status: 413 });
  expect(await because(() => appeal(db, ben, 999))).toMatchObject({ status: 404 });
  const late = () => appeal(db, ben, actId, now + 14 * DAY + 1);
  expect(await because(late)).toEqual({ status: 409, key: "deeds.appeal.late" });
  await moderateThread(db, mo, threadId, {
    act: "pin",
    isUndone: false,
    reason: "It goes in circles.",
    now,
  });
  const appealId = await appeal(db, ben, actId);
  expect(await because(() => appeal(db, ben, actId))).toEqual({
    ...{ status: 409, key: "deeds.appeal.once" },
  });
  await judge(db, root, appealId, "upheld");
  expect(await because(() => judge(db, root, appealId, "overturned"))).toEqual({
    ...{ status: 409, key: "deeds.appeal.already" },
  });
  expect(await caseOf(db, caseId)).toMatchObject({ state: "asked" });
  expect(await because(() => appeal(db, ben, actId))).toMatchObject({ key: "deeds.appeal.once" });
});

test("nobody decides on an appeal against what they did, nor on their own; where the stake is high an administrator does", async () => {
  const { db, ada, ben, mo, root, actId } = await decided("remove");
  const appealId = await appeal(db, ben, actId);
  const own = { status: 403, key: "deeds.appeal.own-act" };
  expect(await refusalOf(db, () => judge(db, mo, appealId, "upheld"))).toEqual(own);
  for (const person of [ada, ben]) {
    expect(await refusalOf(db, () => judge(db, person, appealId, "overturned"))).toMatchObject({
      status: 403,
    });
  }
  const { id: suspended } = await db
    .insertInto("person")
    .values({
      ...{ name: "Mia", name_key: "mia", role: "moderator", level: 1, about: "", about_html: "" },
      joined_at: START,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const mia: Person = { ...mo, id: suspended, name: "Mia" };
  const week = {
    kind: "suspend",
    until: now + 8 * DAY,
    reason: "It goes in circles.",
    now,
  } as const;
  const grave = await appeal(db, ada, await actOnPerson(db, mo, ada.id, week));
  expect(await refusalOf(db, () => judge(db, mia, grave, "upheld"))).toEqual({
    ...{ status: 403, key: "deeds.appeal.administrator" },
  });
  await judge(db, root, grave, "overturned");
  await judge(db, mia, appealId, "upheld");
});

test("one person in both offices decides on their own act after a day, and the log says so", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  await db.updateTable("person").set({ role: "member" }).where("id", "=", mo.id).execute();
  const { threadId } = await beginThread(db, ada);
  const { actId } = await decideOn(db, root, await reply(db, ben, threadId), "remove");
  const appealId = await appeal(db, ben, actId);
  const early = () => judge(db, root, appealId, "upheld", now + HOUR + DAY - 1);
  expect(await refusalOf(db, early)).toEqual({ status: 403, key: "deeds.appeal.wait-a-day" });
  await judge(db, root, appealId, "upheld", now + HOUR + DAY);
  const { event } = await everything(db);
  expect(JSON.parse(event.at(-1)!.details!)).toMatchObject({ alone: 1, act: actId });
});
