import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import {
  claimFirstAdministrator,
  offerFirstAdministrator,
} from "#app/accounts/first-administrator.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { changeFounding } from "#app/administration/change-founding.server.ts";
import { readFoundingDraft } from "#app/administration/founding.ts";
import { FoundingCourse } from "#app/administration/founding-choices.tsx";
import {
  readFounding,
  readFoundingCourse,
  readStartLevel,
} from "#app/administration/read-founding.server.ts";
import { recordEvent } from "#app/events/record.server.ts";
import { readLog } from "#app/log/read-log.server.ts";
import type { Person } from "#app/permissions.ts";
import { fromUnits } from "#app/ranking/units.ts";
import { action as claim } from "#app/routes/admin-first.tsx";
import { castVote } from "#app/votes/cast-vote.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { draft, setting } from "../accounts/member.ts";
import { openForum, START } from "../forum.ts";
import { countRows, signInAs, visit } from "../routes/visit.ts";
import { beginThread } from "../threads/thread.ts";

const DAY = 86_400;
const reason = "Everybody here was asked by one of us.";

const levelOf = async (db: Db, id: number) =>
  (await db.selectFrom("person").select("level").where("id", "=", id).executeTakeFirst())?.level;

let addresses = 0;
async function join(db: Db, name: string, now: number): Promise<Person> {
  addresses += 1;
  const address = `192.0.2.${addresses % 250}`;
  const how = { ...setting, now, address, scale: 100, startLevel: readStartLevel };
  const { personId: id } = await signUp(db, { ...draft, name }, how);
  return { id, name, role: "member", level: (await levelOf(db, id))!, joinedAt: now };
}

const recordJoined = (db: Db, personId: number) =>
  write(db, (trx) => recordEvent(trx, { kind: "person-joined", at: START, personId }));

/** As if so many had an account already. */
async function addAccounts(db: Db, count: number, isJoined = true) {
  for (let at = 0; at < count; at += 1) {
    const { id } = await db
      .insertInto("person")
      .values({
        ...{ name: `Early${at}`, name_key: `early${at}`, role: "member", level: 0 },
        ...{ about: "", about_html: "", joined_at: START - 60 },
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await db.insertInto("password").values({ person_id: id, hash: "-", set_at: START }).execute();
    if (isJoined) await recordJoined(db, id);
  }
}

/** What the page of founding weeks tells of those that were chosen. */
async function courseOf(db: Db, now: number) {
  const course = await readFoundingCourse(db, now);
  return renderToStaticMarkup(createElement(FoundingCourse, course)).replace(/<[^>]+>/g, "");
}

test("people begin as newcomers until founding weeks are chosen, with a reason in the log", async () => {
  const { db, root } = await openForum();
  expect(await readFounding(db)).toEqual({ founding: "off", chosenAt: 0 });
  expect((await join(db, "Fay", START)).level).toBe(0);
  await changeFounding(db, root, { founding: "first-14-days", reason }, START + 1);
  await changeFounding(db, root, { founding: "first-14-days", reason }, START + 2);
  expect(await readFounding(db)).toEqual({ founding: "first-14-days", chosenAt: START + 1 });
  expect((await readLog(db, null)).entries).toMatchObject([
    { kind: "founding-changed", person: "Root", before: "off", after: "first-14-days", reason },
  ]);
});

test("everybody begins at level 1 in the fourteen days, and nobody after them", async () => {
  const { db, root } = await openForum();
  await changeFounding(db, root, { founding: "first-14-days", reason }, START);
  expect((await join(db, "Fay", START + 14 * DAY - 1)).level).toBe(1);
  expect(await courseOf(db, START + 14 * DAY - 1)).toMatch(
    /^Chosen on .*\. It ends on 5 Oct 2026\.$/,
  );
  expect((await join(db, "Gus", START + 14 * DAY)).level).toBe(0);
  expect(await courseOf(db, START + 14 * DAY)).toContain("It is over since 5 Oct 2026");
  expect(await readFounding(db)).toMatchObject({ founding: "first-14-days" });
});

test("the demonstration's people are none of the first thirty", async () => {
  const { db, root } = await openForum();
  await addAccounts(db, 30, false);
  await changeFounding(db, root, { founding: "first-30", reason }, START);
  const raised = await db
    .selectFrom("person")
    .select("id")
    .where("name", "like", "Early%")
    .where("level", ">", 0)
    .execute();
  expect(raised).toEqual([]);
  expect((await join(db, "Fay", START)).level).toBe(1);
});

test("the first thirty accounts begin at level 1, those who are here among them, and nobody after them", async () => {
  const { db, root } = await openForum();
  await addAccounts(db, 29);
  await changeFounding(db, root, { founding: "first-30", reason }, START);
  const early = await db
    .selectFrom("person")
    .select(["level"])
    .where("name", "like", "Early%")
    .execute();
  expect(early.map(({ level }) => level)).toEqual(Array(29).fill(1));
  expect(await courseOf(db, START)).toContain("So far 29 of 30 accounts are there");
  expect((await join(db, "Fay", START + 90 * DAY)).level).toBe(1);
  expect(await courseOf(db, START)).toContain("It is over, since 30 accounts are there");
  expect((await join(db, "Gus", START + 90 * DAY)).level).toBe(0);
  await changeFounding(db, root, { founding: "off", reason }, START + 91 * DAY);
  expect((await join(db, "Hal", START + 92 * DAY)).level).toBe(0);
});

test("a level that was set by hand stays when founding weeks are chosen", async () => {
  const { db, root } = await openForum();
  await addAccounts(db, 2);
  const { id } = await db
    .selectFrom("person")
    .select("id")
    .where("name", "=", "Early0")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("standing")
    .values({ person_id: id, points: 0, weighed_at: 0, set_by_id: root.id })
    .execute();
  await changeFounding(db, root, { founding: "first-30", reason }, START);
  expect(await levelOf(db, id)).toBe(0);
});

test("nobody else chooses founding weeks, nor without a reason", async () => {
  const { db, mo, ada, root } = await openForum();
  const before = await countRows(db);
  const chosen = { founding: "first-30", reason } as const;
  for (const person of [mo, ada, { ...ada, role: "administrator" as const }]) {
    await expect(changeFounding(db, person, chosen, START)).rejects.toMatchObject({ status: 403 });
  }
  const silent = { ...chosen, reason: "" };
  await expect(changeFounding(db, root, silent, START)).rejects.toMatchObject({ status: 422 });
  expect(await countRows(db)).toEqual(before);
  const read = (fields: Record<string, string>) => readFoundingDraft(new URLSearchParams(fields));
  expect(read(chosen).draft).toEqual(chosen);
  expect(Object.keys(read({ founding: "on" }).problems!)).toEqual(["founding", "reason"]);
});

test("the first administrator may choose founding weeks while setting up, and counts among the first", async () => {
  const { db, nia, ada } = await openForum();
  await db.updateTable("person").set({ role: "member" }).execute();
  await recordJoined(db, nia.id);
  const token = (await offerFirstAdministrator(db, START))!;
  const path = `/admin/first/${token}`;
  const form = { founding: "first-30" };
  const params = { token };
  await claim(visit(db, path, { ...(await signInAs(db, nia)), params, form }));
  expect(await readFounding(db)).toMatchObject({ founding: "first-30" });
  expect(await levelOf(db, nia.id)).toBe(1);
  expect((await readLog(db, null)).entries.map(({ kind }) => kind)).toEqual([
    ...["founding-changed", "role-changed"],
  ]);
  const late = claimFirstAdministrator(db, token, ada, START);
  await expect(late).rejects.toMatchObject({ status: 403 });
});

test("in a new forum with founding weeks the first votes show and count; without them they do not", async () => {
  for (const [founding, counted] of [
    ["first-30", 1],
    ["off", 0],
  ] as const) {
    const { db, root } = await openForum();
    await changeFounding(db, root, { founding, reason }, START);
    const fay = await join(db, "Fay", START);
    const gus = await join(db, "Gus", START);
    const { openingId } = await beginThread(db, fay);
    await castVote(db, gus, openingId, { worth: 1, agree: 1 }, START + 5);
    const tally = await db
      .selectFrom("tally")
      .selectAll()
      .where("post_id", "=", openingId)
      .executeTakeFirstOrThrow();
    expect(tally).toMatchObject({ voter_count: counted, worth_count: counted });
    expect(fromUnits(tally.worth_left + tally.worth_right)).toBeCloseTo(counted, 9);
  }
});
