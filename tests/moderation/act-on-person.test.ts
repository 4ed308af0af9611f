import { expect, test } from "vitest";
import { actOnPerson, type PersonAct } from "#app/moderation/act-on-person.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import { openForum } from "../forum.ts";
import { actOf, DAY, everything, now, refusalOf } from "./cases.ts";

const act = (
  db: Db,
  person: Person,
  about: Person,
  kind: PersonAct,
  until: number | null = kind === "suspend" ? now + DAY : null,
) => actOnPerson(db, person, about.id, { kind, until, reason: "It went on and on.", now });
const rowOf = async (db: Db, person: Person) => (await everything(db)).person[person.id - 1]!;

test("a suspension, a slower pace and a warning stand in the log, are told, and are ended", async () => {
  const { db, ben, mo, root } = await openForum();
  for (const [kind, end, event, ended] of [
    ["suspend", "unsuspend", "person-suspended", "suspension-ended"],
    ["pace", "unpace", "pace-set", "pace-ended"],
    ["warn", "unwarn", "person-warned", "warning-taken-back"],
  ] as const) {
    const id = await act(db, mo, ben, kind);
    const held = await rowOf(db, ben);
    expect(held.suspended_until).toBe(kind === "suspend" ? now + DAY : null);
    expect(held.slowed_until).toBe(kind === "pace" ? now + 14 * DAY : null);
    const undoing = await act(db, root, ben, end);
    expect(await rowOf(db, ben)).toMatchObject({ suspended_until: null, slowed_until: null });
    expect(await actOf(db, id)).toMatchObject({ undone_by_id: undoing, about_id: ben.id });
    const all = await everything(db);
    expect(all.event.slice(-2)).toMatchObject([
      { kind: event, person_id: mo.id, about_id: ben.id, reason: "It went on and on." },
      { kind: ended, person_id: root.id },
    ]);
    expect(all.notice.slice(-2).map(({ about_id }) => about_id)).toEqual([id, undoing]);
    expect(await refusalOf(db, () => act(db, mo, ben, end))).toEqual({
      ...{ status: 409, key: "deeds.person.not-so" },
    });
  }
});

test("a suspension needs an end within ten years, and one at a time", async () => {
  const { db, ben, mo } = await openForum();
  for (const until of [null, now, now - 1, now + 0.5, now + 11 * 366 * DAY]) {
    expect(await refusalOf(db, () => act(db, mo, ben, "suspend", until))).toMatchObject({
      ...{ status: 422, problems: { until: { key: "deeds.until.wrong" } } },
    });
  }
  await act(db, mo, ben, "suspend");
  expect(await refusalOf(db, () => act(db, mo, ben, "suspend"))).toEqual({
    ...{ status: 409, key: "deeds.person.already" },
  });
});

test("nobody decides about themselves, and about who moderates only administrators do", async () => {
  const { db, ada, ben, mo, root } = await openForum();
  const refused = (person: Person, about: Person) =>
    refusalOf(db, () => act(db, person, about, "warn"));
  expect(await refused(ada, ben)).toEqual({ status: 403, key: "refused.moderators-only" });
  expect(await refused(mo, mo)).toEqual({ status: 403, key: "deeds.person.self" });
  expect(await refused(mo, root)).toEqual({ status: 403, key: "deeds.person.office" });
  expect(await refused(root, { ...ben, id: 99 })).toMatchObject({ status: 404 });
  await act(db, root, mo, "suspend");
});

test("AC-071: whose role was taken away between form and press does nothing to anybody", async () => {
  const { db, ben, mo } = await openForum();
  await db.updateTable("person").set({ role: "member" }).where("id", "=", mo.id).execute();
  expect(await refusalOf(db, () => act(db, mo, ben, "warn"))).toEqual({
    ...{ status: 403, key: "refused.moderators-only" },
  });
});
