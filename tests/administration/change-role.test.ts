import { expect, test } from "vitest";
import { beginSession, readSession } from "#app/accounts/session.server.ts";
import { changeRole } from "#app/administration/change-role.server.ts";
import { readRoleDraft } from "#app/administration/role.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

const WHY = "She has time on Sundays.";
const roles = (db: Db) => db.selectFrom("person").select(["name", "role"]).orderBy("id").execute();
const events = (db: Db) => db.selectFrom("event").selectAll().execute();

test("an administrator makes somebody moderator, at once and with the reason in the log", async () => {
  const { db, root, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  await changeRole(db, root, ada.id, "moderator", WHY, START);
  expect((await readSession(db, token, START))?.person.role).toBe("moderator");
  expect(await events(db)).toMatchObject([
    {
      kind: "role-changed",
      person_id: root.id,
      about_id: ada.id,
      reason: WHY,
      details: '{"before":"member","after":"moderator"}',
    },
  ]);
});

test("the role that somebody has already is no event", async () => {
  const { db, root, mo } = await openForum();
  await changeRole(db, root, mo.id, "moderator", WHY, START);
  expect(await events(db)).toEqual([]);
});

test("AC-072: the last administrator cannot step down", async () => {
  const { db, root, mo } = await openForum();
  const before = await roles(db);
  await expect(changeRole(db, root, root.id, "member", WHY, START)).rejects.toMatchObject({
    status: 409,
    said: { key: "accounts.role.last-administrator" },
  });
  expect(await roles(db)).toEqual(before);
  expect(await events(db)).toEqual([]);
  await changeRole(db, root, mo.id, "administrator", WHY, START);
  await changeRole(db, root, root.id, "member", WHY, START);
  expect(await roles(db)).toContainEqual({ name: "Root", role: "member" });
});

test("AC-072: of two administrators who dismiss each other at the same moment one stays", async () => {
  const { db, root, mo } = await openForum();
  await changeRole(db, root, mo.id, "administrator", WHY, START);
  const other = { ...mo, role: "administrator" } as const;
  const answers = await Promise.allSettled([
    changeRole(db, root, mo.id, "member", WHY, START),
    changeRole(db, other, root.id, "member", WHY, START),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect((await roles(db)).filter(({ role }) => role === "administrator")).toHaveLength(1);
});

test("nobody else changes roles, not even their own", async () => {
  const { db, mo, ada } = await openForum();
  const before = await roles(db);
  for (const person of [mo, ada]) {
    const deed = changeRole(db, person, person.id, "administrator", WHY, START);
    await expect(deed).rejects.toMatchObject({ status: 403 });
  }
  expect(await roles(db)).toEqual(before);
  expect(await events(db)).toEqual([]);
});

test("a role changes only with a reason, and only of somebody who is there", async () => {
  const { db, root, ada } = await openForum();
  const before = await roles(db);
  await expect(changeRole(db, root, ada.id, "moderator", " ", START)).rejects.toMatchObject({
    problems: { reason: { key: "accounts.reason.missing" } },
  });
  await expect(changeRole(db, root, 999, "moderator", WHY, START)).rejects.toMatchObject({
    status: 404,
  });
  expect(await roles(db)).toEqual(before);
  expect(await events(db)).toEqual([]);
});

test("the form of a role has a role and a reason", () => {
  const read = (fields: Record<string, string>) => readRoleDraft(new URLSearchParams(fields));
  expect(read({ role: "moderator", reason: " Why should it not. " }).draft).toEqual({
    role: "moderator",
    reason: "Why should it not.",
  });
  expect(Object.keys(read({ role: "king" }).problems!)).toEqual(["role", "reason"]);
  expect(Object.keys(read({ role: "member", reason: "x".repeat(501) }).problems!)).toEqual([
    "reason",
  ]);
});
