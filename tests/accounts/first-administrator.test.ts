import { expect, test } from "vitest";
import {
  claimFirstAdministrator,
  isFirstAdministratorOffered,
  offerFirstAdministrator,
} from "#app/accounts/first-administrator.server.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";

/** A forum whose administrator is a member again. */
async function openHeadless() {
  const forum = await openForum();
  await forum.db
    .updateTable("person")
    .set({ role: "member" })
    .where("role", "=", "administrator")
    .execute();
  return forum;
}
const administrators = (db: Db) =>
  db.selectFrom("person").select("name").where("role", "=", "administrator").execute();

test("whoever opens the address shown at the start becomes administrator, once", async () => {
  const { db, ada, ben } = await openHeadless();
  const token = (await offerFirstAdministrator(db, START))!;
  expect(await isFirstAdministratorOffered(db, token)).toBe(true);
  const answers = await Promise.allSettled([
    claimFirstAdministrator(db, token, ada, START),
    claimFirstAdministrator(db, token, ben, START),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(await administrators(db)).toEqual([{ name: "Ada" }]);
  expect(await isFirstAdministratorOffered(db, token)).toBe(false);
  expect(await db.selectFrom("event").selectAll().execute()).toMatchObject([
    {
      kind: "role-changed",
      person_id: ada.id,
      about_id: ada.id,
      reason: "The first administrator, by the address shown at the start.",
    },
  ]);
});

test("each process shows an address of its own; they all hold until one is opened", async () => {
  const { db, ada, ben } = await openHeadless();
  const first = (await offerFirstAdministrator(db, START))!;
  const second = (await offerFirstAdministrator(db, START + 9))!;
  expect(second).not.toBe(first);
  expect(await isFirstAdministratorOffered(db, first)).toBe(true);
  const answers = await Promise.allSettled([
    claimFirstAdministrator(db, first, ada, START + 9),
    claimFirstAdministrator(db, second, ben, START + 9),
  ]);
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(await administrators(db)).toEqual([{ name: "Ada" }]);
  expect(await db.selectFrom("first_administrator").selectAll().execute()).toEqual([]);
  await expect(claimFirstAdministrator(db, second, ben, START + 9)).rejects.toMatchObject({
    status: 403,
    said: { key: "accounts.first-administrator.wrong" },
  });
});

test("a forum with an administrator offers nothing, and an old offer is worth nothing", async () => {
  const { db, ada, ben } = await openHeadless();
  const token = (await offerFirstAdministrator(db, START))!;
  await db.updateTable("person").set({ role: "administrator" }).where("id", "=", ben.id).execute();
  expect(await isFirstAdministratorOffered(db, token)).toBe(false);
  await expect(claimFirstAdministrator(db, token, ada, START)).rejects.toMatchObject({
    status: 403,
  });
  expect(await offerFirstAdministrator(db, START)).toBeNull();
  expect(await administrators(db)).toEqual([{ name: "Ben" }]);
  expect(await db.selectFrom("event").select("id").execute()).toEqual([]);
});

test("a stolen database does not make an administrator", async () => {
  const { db, ada } = await openHeadless();
  await offerFirstAdministrator(db, START);
  const { token_hash } = await db
    .selectFrom("first_administrator")
    .selectAll()
    .executeTakeFirstOrThrow();
  await expect(claimFirstAdministrator(db, token_hash, ada, START)).rejects.toThrow();
});
