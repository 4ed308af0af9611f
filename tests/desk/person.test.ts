import { expect, test } from "vitest";
import { addNote } from "#app/desk/add-note.server.ts";
import { findVotingFor, findVotingTogether } from "#app/desk/find-voting-together.server.ts";
import { formsFor, readUntil } from "#app/desk/person-act.ts";
import { readPersonPage } from "#app/desk/read-person-page.server.ts";
import { readRecord } from "#app/desk/read-record.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import type { Person } from "#app/permissions.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { DAY, decide, flagged, now, refusalOf } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

const formOf = (values: object) => new URLSearchParams(Object.entries(values));

test("a suspension lasts as many days as are chosen, or to the end of a day", () => {
  expect(readUntil(formOf({ days: "3" }), START)).toBe(START + 3 * DAY);
  const until = readUntil(formOf({ days: "date", until: "2027-03-01" }), START);
  expect(until).toBe(Date.parse("2027-03-02T00:00:00Z") / 1000);
  expect(readUntil(formOf({ days: "1", until: "2027-03-01" }), START)).toBe(until);
  for (const values of [
    {},
    { days: "5" },
    { days: "1", until: "soon" },
    { until: "2027-02-31x" },
    { until: "soon" },
  ]) {
    expect(readUntil(formOf(values), START)).toBeNull();
  }
});

test("what holds can be ended, and what does not can be begun", () => {
  const mo = { id: 4, role: "moderator" } as const;
  const free = { id: 1, role: "member", suspendedUntil: null, slowedUntil: null } as const;
  expect(formsFor(free, mo)).toEqual(["warn", "suspend", "pace"]);
  const bound = { ...free, suspendedUntil: START + 1, slowedUntil: START + 1 };
  expect(formsFor(bound, mo)).toEqual(["warn", "unsuspend", "unpace"]);
});

test("nothing is offered about oneself, and about people in office to administrators alone", () => {
  const free = { suspendedUntil: null, slowedUntil: null };
  const mo = { id: 4, role: "moderator", ...free } as const;
  const root = { id: 5, role: "administrator", ...free } as const;
  expect(formsFor(mo, mo)).toEqual([]);
  expect(formsFor(root, mo)).toEqual([]);
  expect(formsFor(mo, root)).toEqual(["warn", "suspend", "pace"]);
});

test("a person's page holds their record, cases and posts, and nobody's is a 404", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const caseId = await flagged(db, await reply(db, ben, threadId), [ada]);
  await actOnPerson(db, mo, ben.id, { kind: "warn", reason: "Please be kind.", now });
  await actOnPerson(db, mo, ben.id, {
    ...{ kind: "suspend", reason: "It happened again.", until: now + DAY, now },
  });
  const page = await readPersonPage(db, mo, "ben", now);
  expect(page.record).toMatchObject({ name: "Ben", postCount: 1, suspendedUntil: now + DAY });
  expect(page.acts).toMatchObject([{ kind: "suspend", by: "Mo" }, { kind: "warn" }]);
  expect(page.cases).toMatchObject([{ id: caseId, state: "open" }]);
  expect(page.posts).toHaveLength(1);
  expect((await refusalOf(db, () => readPersonPage(db, mo, "Nobody", now))).status).toBe(404);
});

/** Posts of an author on which people vote. */
async function voteOn(db: Db, author: Person, starter: Person, count: number) {
  const { threadId } = await beginThread(db, starter);
  const ids: number[] = [];
  for (let number = 0; number < count; number += 1) ids.push(await reply(db, author, threadId));
  const vote = async (person: Person, wish: { worth?: 0 | 1; agree?: -1 | 0 | 1 }) => {
    for (const id of ids) await castVote(db, person, id, wish, now);
  };
  return vote;
}

test("members who nearly always vote alike are told together, as names and without a count", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const vote = await voteOn(db, mo, ada, 10);
  await vote(ada, { worth: 1 });
  await vote(ben, { worth: 1 });
  await vote(nia, { worth: 1 });
  const told = await findVotingTogether(db, ada.id);
  // Nia came much later: of her, ten votes say nothing.
  expect(told).toEqual([{ name: "Ben", joinedAt: ben.joinedAt, level: 1 }]);
  expect(await findVotingTogether(db, nia.id)).toEqual([]);
  await (await voteOn(db, mo, ada, 20))(nia, { worth: 1 });
  expect(await findVotingTogether(db, nia.id)).toEqual([]);
});

test("of accounts that came apart thirty votes are needed, and nine in ten alike", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const vote = await voteOn(db, mo, ada, 30);
  await vote(nia, { worth: 1 });
  await vote(ben, { worth: 1 });
  expect((await findVotingTogether(db, nia.id)).map(({ name }) => name)).toEqual(["Ben"]);
  const posts = await db
    .selectFrom("vote")
    .select("post_id")
    .where("person_id", "=", ben.id)
    .execute();
  for (const { post_id } of posts.slice(0, 4))
    await castVote(db, ben, post_id, { worth: 0, agree: 1 }, now);
  expect(await findVotingTogether(db, nia.id)).toEqual([]);
});

test("who nearly always finds somebody worth reading is told; of people in office nobody is told anything", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const vote = await voteOn(db, ada, mo, 10);
  for (const person of [ben, mo, root]) await vote(person, { worth: 1 });
  expect((await findVotingFor(db, ada.id)).map(({ name }) => name)).toEqual(["Ben"]);
  expect(await findVotingTogether(db, ben.id)).toEqual([]);
  expect(await findVotingTogether(db, mo.id)).toEqual([]);
  const forMo = await voteOn(db, mo, ada, 10);
  await forMo(ben, { worth: 1 });
  expect(await findVotingFor(db, mo.id)).toEqual([]);
});

test("a few votes that agree say nothing of anybody", async () => {
  const { db, ada, ben, mo } = await openForum();
  const vote = await voteOn(db, ada, mo, 9);
  await vote(ben, { worth: 1 });
  expect(await findVotingFor(db, ada.id)).toEqual([]);
});

test("a record tells what holds now, threads as threads, and new texts only where they were accepted", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  await actOnPerson(db, mo, ben.id, { kind: "pace", reason: "A slower pace helps.", now });
  expect((await readRecord(db, ben.id, now)).slowedUntil).toBe(now + 14 * DAY);
  expect((await readRecord(db, ben.id, now + 15 * DAY)).slowedUntil).toBeNull();
  const id = await flagged(db, await reply(db, ben, threadId), [ada]);
  await decide(db, mo, id, "ask");
  await db.updateTable("case").set({ state: "cleared" }).where("id", "=", id).execute();
  expect((await readRecord(db, ben.id, now)).rewroteCount).toBe(0);
});

test("of themselves moderators read neither notes nor who votes like them", async () => {
  const { db, mo, root } = await openForum();
  await addNote(db, root, { aboutId: mo.id, body: "Seems tired." }, now);
  expect(await readPersonPage(db, mo, "Mo", now)).toMatchObject({
    ...{ isOwn: true, notes: [], together: [], voters: [] },
  });
  expect((await readPersonPage(db, root, "Mo", now)).notes).toHaveLength(1);
});
