import { expect, test } from "vitest";
import { changeEmail } from "#app/accounts/change-email.server.ts";
import { changePassword } from "#app/accounts/change-password.server.ts";
import { changeProfile } from "#app/accounts/change-profile.server.ts";
import { readOwnAccount, readPerson } from "#app/accounts/read-person.server.ts";
import { beginSession, readSession } from "#app/accounts/session.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { WrongForm } from "#app/refusals.ts";
import { openForum, START } from "../forum.ts";
import { GOOD, joinLiz, problemsOf, setting } from "./member.ts";

const NEW = "ten oranges on a boat";

test("AC-034: changing the password signs out every browser and gives this one a new session", async () => {
  const { db } = await openForum();
  const liz = await joinLiz(db);
  const other = await beginSession(db, liz.person.id, START);
  const draft = { present: GOOD, password: NEW };
  const { token } = await changePassword(db, liz.person, draft, setting);
  expect(token).not.toBe(liz.token);
  expect(await readSession(db, liz.token, START)).toBeNull();
  expect(await readSession(db, other.token, START)).toBeNull();
  expect((await readSession(db, token, START))?.person).toEqual(liz.person);
  await expect(signIn(db, { name: "Liz", password: GOOD }, setting)).rejects.toThrow(WrongForm);
  await signIn(db, { name: "Liz", password: NEW }, setting);
});

test("without the present password nothing changes, and after five tries one has to wait", async () => {
  const { db } = await openForum();
  const { person, token } = await joinLiz(db);
  const before = await db.selectFrom("password").selectAll().execute();
  const draft = { present: "wrong", password: NEW };
  for (let at = 0; at < 5; at += 1) {
    expect(await problemsOf(changePassword(db, person, draft, setting))).toEqual({
      "present-password": { key: "accounts.password.present-wrong" },
    });
  }
  const right = { present: GOOD, password: NEW };
  await expect(changePassword(db, person, right, setting)).rejects.toMatchObject({ status: 429 });
  expect(await db.selectFrom("password").selectAll().execute()).toEqual(before);
  expect(await readSession(db, token, START)).not.toBeNull();
});

test("an e-mail address is changed or taken away with the present password", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db, "liz@lab.example");
  await changeEmail(db, person, { present: GOOD, email: "LIZ@lab.example" }, setting);
  expect((await readOwnAccount(db, person)).email).toBe("LIZ@lab.example");
  const refused = changeEmail(db, person, { present: "wrong", email: null }, setting);
  expect(await problemsOf(refused)).toHaveProperty("present-password");
  expect((await readOwnAccount(db, person)).email).toBe("LIZ@lab.example");
  await changeEmail(db, person, { present: GOOD, email: null }, setting);
  expect((await readOwnAccount(db, person)).email).toBeNull();
});

test("AC-046: changing to an address that somebody has is answered as any other", async () => {
  const { db, ada } = await openForum();
  const { person } = await joinLiz(db, "liz@lab.example");
  await changeEmail(db, person, { present: GOOD, email: "liz@lab.example" }, setting);
  await db
    .updateTable("person")
    .set({ email_key: "ada@lab.example" })
    .where("id", "=", ada.id)
    .execute();
  await changeEmail(db, person, { present: GOOD, email: "ada@lab.example" }, setting);
  expect((await readOwnAccount(db, person)).email).toBe("ada@lab.example");
  const keys = await db.selectFrom("person").select("email_key").where("email_key", "is not", null);
  expect(await keys.execute()).toEqual([{ email_key: "ada@lab.example" }]);
});

test("what somebody says about themselves is kept as written and shown as rendered", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  await changeProfile(db, person, { about: "I *read* weights. <script>x</script>" }, setting);
  expect((await readOwnAccount(db, person)).about).toBe("I *read* weights. <script>x</script>");
  const shown = (await readPerson(db, "liz"))!.aboutHtml;
  expect(shown).toContain("<em>read</em>");
  expect(shown).not.toContain("<script");
  await changeProfile(db, person, { about: "" }, setting);
  expect((await readPerson(db, "liz"))?.aboutHtml).toBe("");
});

test("everybody may know a name, a role, some lines, a date and where it comes from, and no more", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db, "liz@lab.example");
  expect(await readPerson(db, "L-I-Z")).toEqual({
    id: person.id,
    name: "Liz",
    role: "member",
    aboutHtml: "",
    joinedAt: START,
    importedFrom: null,
  });
  expect(await readPerson(db, "Lou")).toBeNull();
  expect(await readPerson(db, "\0")).toBeNull();
  expect(await readPerson(db, "%E0%A4%A".repeat(9999))).toBeNull();
});
