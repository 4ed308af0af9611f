import { expect, test } from "vitest";
import { findVotingFor, findVotingTogether } from "#app/desk/find-voting-together.server.ts";
import { formsFor, readUntil } from "#app/desk/person-act.ts";
import { readPersonPage } from "#app/desk/read-person-page.server.ts";
import { actOnPerson } from "#app/moderation/act-on-person.server.ts";
import type { Person } from "#app/permissions.ts";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { DAY, flagged, now, refusalOf } from "../moderation/cases.ts";
import { beginThread, reply } from "../threads/thread.ts";

const formOf = (values: object) => new URLSearchParams(Object.entries(values));

test("a suspension lasts as many days as are chosen, or to the end of a day", () => {
  expect(readUntil(formOf({ days: "3" }), START)).toBe(START + 3 * DAY);
  const until = readUntil(formOf({ days: "date", until: "2027-03-01" }), START);
  expect(until).toBe(Date.parse("2027-03-02T00:00:00Z") / 1000);
  for (const values of [{}, { days: "5" }, { until: "2027-02-31x" }, { until: "soon" }]) {
    expect(readUntil(formOf(values), START)).toBeNull();
  }
});

test("what holds can be ended, and what does not can be begun", () => {
  const free = { suspendedUntil: null, slowedUntil: START - 1 };
  expect(formsFor(free, START)).toEqual(["warn", "suspend", "pace"]);
  const bound = { suspendedUntil: START + 1, slowedUntil: START + 1 };
  expect(formsFor(bound, START)).toEqual(["warn", "unsuspend", "unpace"]);
});

test("a person's page holds their record, cases and posts, and nobody's is a 404", async () => {
  const { db, ada, ben, mo } = await openForum();
  const { threadId } = await beginThread(db, ada);
  const caseId = await flagged(db, await reply(db, ben, threadId), [ada]);
  await actOnPerson(db, mo, ben.id, { kind: "warn", reason: "Be kind.", now });
  await actOnPerson(db, mo, ben.id, {
    ...{ kind: "suspend", reason: "Again.", until: now + DAY, now },
  });
  const page = await readPersonPage(db, "ben");
  expect(page.record).toMatchObject({ name: "Ben", postCount: 1, suspendedUntil: now + DAY });
  expect(page.acts).toMatchObject([{ kind: "suspend", by: "Mo" }, { kind: "warn" }]);
  expect(page.cases).toMatchObject([{ id: caseId, state: "open" }]);
  expect(page.posts).toHaveLength(1);
  expect((await refusalOf(db, () => readPersonPage(db, "Nobody"))).status).toBe(404);
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

test("accounts that vote alike again and again are told together, and no single vote is", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const vote = await voteOn(db, ada, mo, 6);
  await vote(ben, { worth: 1 });
  await vote(nia, { worth: 1 });
  await vote(mo, { agree: -1 });
  expect(await findVotingTogether(db, nia.id)).toMatchObject([{ name: "Ben", shared: 6, same: 6 }]);
  expect(await findVotingTogether(db, mo.id)).toEqual([]);
  const voters = await findVotingFor(db, ada.id);
  expect(voters.map(({ name, count, worth }) => [name, count, worth])).toEqual([
    ["Ben", 6, 6],
    ["Nia", 6, 6],
  ]);
});

test("a few votes that agree say nothing of anybody", async () => {
  const { db, ada, ben, nia, mo } = await openForum();
  const vote = await voteOn(db, ada, mo, 4);
  await vote(ben, { worth: 1 });
  await vote(nia, { worth: 1 });
  expect(await findVotingTogether(db, nia.id)).toEqual([]);
  expect(await findVotingFor(db, ada.id)).toEqual([]);
});
