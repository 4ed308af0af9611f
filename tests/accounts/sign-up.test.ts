import { expect, test } from "vitest";
import { makeInvitation } from "#app/accounts/invitations.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { countRows, draft, GOOD, problemsOf, setting } from "./member.ts";

const findLiz = (db: Db) =>
  db.selectFrom("person").selectAll().where("name_key", "=", "iiz").executeTakeFirst();

test("whoever joins is a member, with a hashed password and an event", async () => {
  const { db } = await openForum();
  const { personId } = await signUp(db, { ...draft, email: "Liz@lab.example" }, setting);
  expect(await findLiz(db)).toMatchObject({
    id: personId,
    name: "Liz",
    role: "member",
    level: 0,
    joined_at: START,
    email: "Liz@lab.example",
    email_key: "liz@lab.example",
    is_demonstration: 0,
  });
  const { hash } = await db.selectFrom("password").select("hash").executeTakeFirstOrThrow();
  expect(hash).toMatch(/^\$argon2id\$/);
  expect(await db.selectFrom("event").selectAll().executeTakeFirst()).toMatchObject({
    kind: "person-joined",
    at: START,
    person_id: personId,
  });
});

test.each(["Ada", "ADA", "A.d.a", "Áda", "Аԁа"])(
  "AC-052: nobody joins as %s beside Ada",
  async (name) => {
    const { db } = await openForum();
    const before = await countRows(db);
    expect(await problemsOf(signUp(db, { ...draft, name }, setting))).toEqual({
      name: { key: "accounts.name.taken" },
    });
    expect(await countRows(db)).toEqual(before);
  },
);

test("of two who take one name at the same moment, one has it", async () => {
  const { db } = await openForum();
  const answers = await Promise.allSettled([
    signUp(db, draft, setting),
    signUp(db, { ...draft, name: "1iz" }, setting),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await countRows(db)).password).toBe(1);
});

test("AC-046: an e-mail address that somebody has is answered as any other", async () => {
  const { db, ada } = await openForum();
  await db
    .updateTable("person")
    .set({ email: "ada@lab.example", email_key: "ada@lab.example" })
    .where("id", "=", ada.id)
    .execute();
  await signUp(db, { ...draft, email: "ADA@lab.example" }, setting);
  expect(await findLiz(db)).toMatchObject({ email: "ADA@lab.example", email_key: null });
});

test("while joining is closed nobody joins", async () => {
  const { db } = await openForum();
  const before = await countRows(db);
  const closed = signUp(db, draft, { ...setting, joining: async () => "closed" });
  await expect(closed).rejects.toMatchObject({
    status: 403,
    said: { key: "accounts.joining.closed" },
  });
  expect(await countRows(db)).toEqual(before);
});

const invited = { ...setting, joining: async () => "invitation" as const };

test("an invitation lets one person join, once", async () => {
  const { db, root } = await openForum();
  const { code } = await makeInvitation(db, root, setting);
  const { personId } = await signUp(db, { ...draft, invitation: code }, invited);
  expect(await db.selectFrom("invitation").selectAll().executeTakeFirst()).toMatchObject({
    used_by_id: personId,
    used_at: START,
  });
  const before = await countRows(db);
  const again = signUp(db, { ...draft, name: "Lou", invitation: code }, invited);
  expect(await problemsOf(again)).toEqual({ invitation: { key: "accounts.invitation.wrong" } });
  expect(await countRows(db)).toEqual(before);
});

test("of two who use one invitation at the same moment, one joins", async () => {
  const { db, root } = await openForum();
  const { code } = await makeInvitation(db, root, setting);
  const answers = await Promise.allSettled(
    ["Lou", "Max"].map((name) => signUp(db, { ...draft, name, invitation: code }, invited)),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await countRows(db)).password).toBe(1);
});

test.each([
  ["no code", null, 0],
  ["a wrong code", "a".repeat(27), 0],
  ["a code of two weeks ago", "made", 14 * 86_400],
])("joining by invitation refuses %s", async (_what, code, later) => {
  const { db, root } = await openForum();
  const made = await makeInvitation(db, root, setting);
  const before = await countRows(db);
  const late = signUp(
    db,
    { ...draft, invitation: code === "made" ? made.code : code },
    { ...invited, now: START + later },
  );
  expect(await problemsOf(late)).toEqual({ invitation: { key: "accounts.invitation.wrong" } });
  expect(await countRows(db)).toEqual(before);
});

test("AC-059: of thirty who join from one address five do, the others are asked to wait", async () => {
  const { db } = await openForum();
  let joined = 0;
  for (let at = 0; at < 30; at += 1) {
    try {
      await signUp(db, { ...draft, name: `Lou${at + 10}x` }, { ...setting, now: START + at });
      joined += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ status: 429, retryAfter: 1800 - at });
    }
  }
  expect(joined).toBe(5);
  expect((await countRows(db)).password).toBe(5);
  await signUp(db, draft, { ...setting, address: "192.0.2.2" });
});

test("a password is never kept as it was typed", async () => {
  const { db } = await openForum();
  await signUp(db, draft, setting);
  const kept = JSON.stringify([
    await db.selectFrom("password").selectAll().execute(),
    await db.selectFrom("person").selectAll().execute(),
    await db.selectFrom("event").selectAll().execute(),
  ]);
  expect(kept).not.toContain(GOOD);
});
