import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { nextPage, withNext } from "#app/accounts/next-page.ts";
import { readPerson } from "#app/accounts/read-person.server.ts";
import { readSession } from "#app/accounts/session.server.ts";
import type { Person } from "#app/permissions.ts";
import * as account from "#app/routes/account.tsx";
import * as accountEmail from "#app/routes/account-email.tsx";
import * as accountPassword from "#app/routes/account-password.tsx";
import * as accountProfile from "#app/routes/account-profile.tsx";
import * as signIn from "#app/routes/sign-in.tsx";
import * as signOut from "#app/routes/sign-out.tsx";
import * as signUp from "#app/routes/sign-up.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { countRows, handedBack, leadsTo, ORIGIN, signInAs, visit } from "./visit.ts";

const GOOD = "nine lemons under a bridge";
const liz = { name: "Liz", password: GOOD };

/** Who holds the session cookie that an answer sets. */
async function signedInBy(db: Db, answer: Response) {
  const cookies = answer.headers.getSetCookie();
  const token = /^__Host-session=([\w-]{27});/m.exec(cookies.join("\n"))?.[1] ?? "";
  return (await readSession(db, token, START))?.person.name;
}

const join = async (db: Db, fields: Record<string, string> = {}, at = "/sign-up") =>
  (await signUp.action(visit(db, at, { form: { ...liz, ...fields } }))) as Response;

async function findLiz(db: Db): Promise<Person> {
  const liz = await readPerson(db, "Liz");
  return { id: liz!.id, name: "Liz", role: "member", level: 0, joinedAt: START };
}

test("whoever joins is signed in at once, and led on", async () => {
  const { db } = await openForum();
  const answer = await join(db, {}, "/sign-up?next=/threads/new");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/threads/new");
  expect(await signedInBy(db, answer)).toBe("Liz");
  expect(answer.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-session=.*HttpOnly; SameSite=Lax; Secure$/),
    expect.stringMatching(/^__Host-device=.*HttpOnly; SameSite=Lax; Secure$/),
  ]);
  const { flash } = await db.selectFrom("session").select("flash").executeTakeFirstOrThrow();
  expect(JSON.parse(flash!).said).toEqual({ key: "accounts.welcome", values: { name: "Liz" } });
});

test("a form for joining comes back with what was typed, never the password, and a sentence beside each field", async () => {
  const { db } = await openForum();
  const before = await countRows(db);
  const form = { name: "x", password: "short", email: "not an address" };
  const back = await handedBack(signUp.action(visit(db, "/sign-up", { form })));
  expect(back.status).toBe(422);
  expect(back.values).toEqual({ name: "x", email: "not an address" });
  expect(Object.keys(back.problems).sort()).toEqual(["email", "name", "password"]);
  expect(await countRows(db)).toEqual(before);
});

test("AC-063: fields that the form does not have change nothing", async () => {
  const { db } = await openForum();
  await join(db, {
    role: "administrator",
    level: "9",
    id: "1",
    joined_at: "0",
    is_demonstration: "1",
  });
  const person = await db
    .selectFrom("person")
    .selectAll()
    .where("name", "=", "Liz")
    .executeTakeFirst();
  expect(person).toMatchObject({ role: "member", level: 0, joined_at: START, is_demonstration: 0 });
});

test("AC-064: of a repeated field the first counts, and __proto__ is a field like any other", async () => {
  const { db } = await openForum();
  const form: [string, string][] = [
    ["__proto__[role]", "administrator"],
    ["constructor.prototype", "x"],
    ["name", "Liz"],
    ["name", "Root2"],
    ["password", GOOD],
    ["password", "x"],
  ];
  const answer = (await signUp.action(visit(db, "/sign-up", { form }))) as Response;
  expect(await signedInBy(db, answer)).toBe("Liz");
  const bad: [string, string][] = [
    ["__proto__", "x"],
    ["name", ""],
    ["name", "Liz2"],
  ];
  const back = await handedBack(signUp.action(visit(db, "/sign-up", { form: bad })));
  expect(back.status).toBe(422);
  expect(back.values.name).toBe("");
  expect(({} as Record<string, unknown>).role).toBeUndefined();
});

test("while nobody can join, the page says so and a form is refused", async () => {
  const { db } = await openForum();
  await db.insertInto("setting").values({ name: "joining", value: "closed" }).execute();
  const before = await countRows(db);
  expect(await signUp.loader(visit(db, "/sign-up"))).toMatchObject({ joining: "closed" });
  const back = await handedBack(signUp.action(visit(db, "/sign-up", { form: liz })));
  expect(back.status).toBe(403);
  expect(await countRows(db)).toEqual(before);
});

test("while joining is by invitation, the code of the address stands in the form, and none opens nothing", async () => {
  const { db } = await openForum();
  await db.insertInto("setting").values({ name: "joining", value: "invitation" }).execute();
  const before = await countRows(db);
  const page = await signUp.loader(visit(db, "/sign-up?invitation=abc"));
  expect(page).toMatchObject({ joining: "invitation", invitation: "abc" });
  const back = await handedBack(signUp.action(visit(db, "/sign-up", { form: liz })));
  expect(back).toMatchObject({ status: 422, problems: { invitation: expect.anything() } });
  expect(await countRows(db)).toEqual(before);
});

test("AC-031: signing in begins a new session and ends the one the browser had", async () => {
  const { db, ada } = await openForum();
  await join(db);
  const former = await signInAs(db, ada);
  const args = visit(db, "/sign-in", { ...former, form: liz });
  const answer = (await signIn.action(args)) as Response;
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/");
  expect(await signedInBy(db, answer)).toBe("Liz");
  const adas = await db
    .selectFrom("session")
    .select("id")
    .where("person_id", "=", ada.id)
    .execute();
  expect(adas).toEqual([]);
});

test("a wrong password is told without saying whether the name exists, and signs nobody in", async () => {
  const { db } = await openForum();
  await join(db);
  const before = await countRows(db);
  const answers = await Promise.all(
    ["Liz", "Nobody"].map((name) =>
      handedBack(signIn.action(visit(db, "/sign-in", { form: { name, password: "wrong words" } }))),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([422, 422]);
  expect(answers[0]!.problems).toEqual(answers[1]!.problems);
  expect(answers.map(({ values }) => Object.keys(values))).toEqual([["name"], ["name"]]);
  expect(await countRows(db)).toEqual(before);
});

test("whoever is signed in is led past the pages for joining and signing in", async () => {
  const { db, ada } = await openForum();
  for (const { loader } of [signIn, signUp]) {
    expect(await leadsTo(loader(visit(db, "/x?next=/account", { person: ada })))).toEqual({
      status: 302,
      to: "/account",
    });
  }
});

test("AC-033: signing out ends the session on the server and takes the cookie away; asking for the page does not", async () => {
  const { db, ada } = await openForum();
  const here = await signInAs(db, ada);
  await signInAs(db, ada);
  expect(await signOut.loader(visit(db, "/sign-out", here))).toEqual({ name: "Ada" });
  expect((await countRows(db)).session).toBe(2);
  const answer = (await signOut.action(visit(db, "/sign-out", { ...here, form: {} }))) as Response;
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^__Host-session=; .*1970/);
  const left = await db.selectFrom("session").select("id").execute();
  expect(left).toHaveLength(1);
  expect(left[0]!.id).not.toBe(here.sessionId);
});

test("the pages of an account send whoever is signed out to sign in first, and back", async () => {
  const { db } = await openForum();
  for (const [page, { loader }] of Object.entries({
    "/account": account,
    "/account/profile": accountProfile,
    "/account/email": accountEmail,
    "/account/password": accountPassword,
  })) {
    expect(await leadsTo(loader(visit(db, page)))).toEqual({
      status: 302,
      to: `/sign-in?next=${encodeURIComponent(page)}`,
    });
  }
});

test("AC-116: a profile written while signed out comes back whole, and is not kept", async () => {
  const { db } = await openForum();
  const args = visit(db, "/account/profile", { form: { about: "I read licences." } });
  const back = await handedBack(accountProfile.action(args));
  expect(back).toMatchObject({ status: 401, values: { about: "I read licences." } });
  expect(await accountProfile.loader(args)).toEqual({ about: "" });
  const rows = await db.selectFrom("person").select("about").where("about", "!=", "").execute();
  expect(rows).toEqual([]);
});

test("a profile is kept as written and shown rendered", async () => {
  const { db, ada } = await openForum();
  const form = { about: "I read *licences*.", role: "administrator" };
  const answer = accountProfile.action(visit(db, "/account/profile", { person: ada, form }));
  expect(await leadsTo(answer)).toEqual({ status: 302, to: "/people/Ada" });
  const row = await db.selectFrom("person").selectAll().where("id", "=", ada.id).executeTakeFirst();
  expect(row).toMatchObject({ about: "I read *licences*.", role: "member" });
  expect(row!.about_html).toContain("<em>licences</em>");
});

test("AC-034: a new password ends every other session, and this browser goes on with a new one", async () => {
  const { db } = await openForum();
  await join(db);
  const person = await findLiz(db);
  const here = await signInAs(db, person);
  const form = { "present-password": GOOD, password: "seven pears over a tunnel" };
  const args = visit(db, "/account/password", { ...here, form });
  const answer = (await accountPassword.action(args)) as Response;
  expect(answer.headers.get("Location")).toBe("/account");
  expect(await signedInBy(db, answer)).toBe("Liz");
  const sessions = await db.selectFrom("session").selectAll().execute();
  expect(sessions).toHaveLength(1);
  expect(JSON.parse(sessions[0]!.flash!).said).toEqual({ key: "accounts.password.changed" });
});

test("a password or e-mail address stays as it is where the present password is wrong", async () => {
  const { db } = await openForum();
  await join(db, { email: "liz@example.org" });
  const person = await findLiz(db);
  const state = async () => [
    await db.selectFrom("password").selectAll().execute(),
    await db.selectFrom("person").selectAll().execute(),
    await db.selectFrom("session").selectAll().execute(),
  ];
  const before = await state();
  const form = {
    "present-password": "wrong words here",
    password: "seven pears over a tunnel",
    email: "else@example.org",
  };
  for (const { action } of [accountPassword, accountEmail]) {
    const back = await handedBack(action(visit(db, "/account/x", { person, form })));
    expect(back.status).toBe(422);
    expect(back.problems).toEqual({
      "present-password": { key: "accounts.password.present-wrong" },
    });
    expect(Object.keys(back.values)).toEqual(["email"]);
  }
  expect(await state()).toEqual(before);
});

test("an e-mail address is kept, and taken away when the field is empty", async () => {
  const { db } = await openForum();
  await join(db);
  const person = await findLiz(db);
  for (const email of ["liz@example.org", ""]) {
    const form = { "present-password": GOOD, email };
    const args = visit(db, "/account/email", { person, form });
    expect(await leadsTo(accountEmail.action(args))).toEqual({ status: 302, to: "/account" });
    expect(await account.loader(visit(db, "/account", { person }))).toMatchObject({
      email: email || null,
    });
  }
});

const corpus = path.join(
  process.env.CORPORA_DIR ?? "../shared/corpora",
  "urls-open-redirect.jsonl",
);
const wishes = existsSync(corpus)
  ? readFileSync(corpus, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { id: string; value: string })
  : [];

test.skipIf(wishes.length === 0)(
  "AC-073: signing in leads nowhere but to the forum's own pages",
  async () => {
    const { db, ada } = await openForum();
    const outside: string[] = [];
    for (const { id, value } of wishes) {
      for (const query of [`next=${encodeURIComponent(value)}`, `next=${value}`]) {
        const page = `/sign-in?${query}`;
        if (!URL.canParse(ORIGIN + page)) continue;
        const { to } = await leadsTo(signIn.loader(visit(db, page, { person: ada })));
        const isOurs = to !== null && new URL(to, ORIGIN).origin === ORIGIN && /^\/(?!\/)/.test(to);
        const formLeadsTo = withNext("/sign-in", nextPage(ORIGIN + page));
        if (!isOurs || new URL(formLeadsTo, ORIGIN).origin !== ORIGIN) outside.push(id);
      }
    }
    expect(wishes.length).toBeGreaterThan(150);
    expect(outside).toEqual([]);
  },
);

test("AC-074: no line break of an address comes into a header", async () => {
  const { db, ada } = await openForum();
  const page = "/sign-in?next=/a%0d%0aSet-Cookie:%20session=x";
  const answer = await leadsTo(signIn.loader(visit(db, page, { person: ada })));
  expect(answer).toEqual({ status: 302, to: "/" });
});
