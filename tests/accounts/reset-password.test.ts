import { expect, test } from "vitest";
import { afterAnswer, answersFollowed } from "#app/accounts/after-answer.server.ts";
import { askReset } from "#app/accounts/ask-reset.server.ts";
import { changeEmail } from "#app/accounts/change-email.server.ts";
import { changePassword } from "#app/accounts/change-password.server.ts";
import { confirmEmail } from "#app/accounts/confirm-email.server.ts";
import { readEmail } from "#app/accounts/email.ts";
import { resetPassword } from "#app/accounts/reset-password.server.ts";
import { beginSession, readSession } from "#app/accounts/session.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { keepFeedKey, readFeedKey } from "#app/feeds/feed-key.server.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { ORIGIN, outbox, tokenIn } from "./letters.ts";
import { draft, GOOD, problemsOf, setting } from "./member.ts";

const NEW = "ten oranges on a boat";
const EMAIL = "liz@lab.example";
const withOrigin = { ...setting, origin: ORIGIN };
const gone = { status: 404, said: { key: "letters.reset.wrong" } };

/** Liz, with an address that she confirmed. */
async function join(db: Db) {
  const { session } = await signUp(db, { ...draft, email: EMAIL }, withOrigin);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  await db.deleteFrom("letter").execute();
  return { ...(await readSession(db, session.token, START))!, token: session.token };
}

const ask = (db: Db, typed = "Liz", now = START) => askReset(db, typed, { ...withOrigin, now });
const passwords = (db: Db) => db.selectFrom("password").selectAll().execute();

test("AC-049: a link sets another password once, ends every session, and every other link", async () => {
  const { db } = await openForum();
  const { person, token: session } = await join(db);
  const other = await beginSession(db, person.id, START);
  await ask(db);
  const first = await tokenIn(db, "reset");
  await ask(db, EMAIL.toUpperCase());
  const second = await tokenIn(db, "reset");
  await resetPassword(db, second, NEW, START + 3599);
  for (const token of [session, other.token]) {
    expect(await readSession(db, token, START)).toBeNull();
  }
  await signIn(db, { name: "Liz", password: NEW }, setting);
  await expect(signIn(db, { name: "Liz", password: GOOD }, setting)).rejects.toThrow(WrongForm);
  const before = await passwords(db);
  for (const token of [first, second]) {
    const again = resetPassword(db, token, "eleven pears in a drawer", START + 60);
    await expect(again).rejects.toMatchObject(gone);
  }
  expect(await passwords(db)).toEqual(before);
});

test("AC-049: a link ends the address of one's own feed, and nobody else's", async () => {
  const { db, ada } = await openForum();
  const { person } = await join(db);
  for (const [of, hash] of [
    [person, "one"],
    [ada, "other"],
  ] as const) {
    await keepFeedKey(db, of, hash, { now: START, scale: 1 });
  }
  await ask(db);
  const token = await tokenIn(db, "reset");
  expect(await problemsOf(resetPassword(db, token, "short", START))).toHaveProperty("password");
  expect(await readFeedKey(db, person)).toBe(START);
  await resetPassword(db, token, NEW, START);
  expect([await readFeedKey(db, person), await readFeedKey(db, ada)]).toEqual([null, START]);
});

test.each([
  ["an hour later", (token: string) => [token, START + 3600]],
  ["with a letter changed", (token: string) => [token.replace(/.$/, "!"), START]],
  ["cut short", (token: string) => [token.slice(1), START]],
  ["empty", () => ["", START]],
] as const)("AC-049: a link %s sets nothing", async (_name, altered) => {
  const { db } = await openForum();
  await join(db);
  await ask(db);
  const before = await passwords(db);
  const [token, now] = altered(await tokenIn(db, "reset")) as [string, number];
  await expect(resetPassword(db, token, NEW, now)).rejects.toMatchObject(gone);
  expect(await passwords(db)).toEqual(before);
});

test("AC-049: a link is worth nothing once the password or the address was changed", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await ask(db);
  const token = await tokenIn(db, "reset");
  const change = { present: GOOD, password: NEW };
  await changePassword(db, person, change, setting);
  await expect(resetPassword(db, token, GOOD, START + 2)).rejects.toMatchObject(gone);
  await ask(db, "Liz", START + 3);
  const later = await tokenIn(db, "reset");
  await changeEmail(db, person, { present: NEW, email: "liz@other.example" }, withOrigin);
  await expect(resetPassword(db, later, GOOD, START + 4)).rejects.toMatchObject(gone);
});

test("AC-049: two browsers that use one link at once set one password", async () => {
  const { db, second } = await openTwice();
  await join(db);
  await ask(db);
  const token = await tokenIn(db, "reset");
  const answers = await Promise.allSettled([
    resetPassword(db, token, NEW, START),
    resetPassword(second, token, "eleven pears in a drawer", START),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a password that is not good enough leaves the link as it is", async () => {
  const { db } = await openForum();
  await join(db);
  await ask(db);
  const token = await tokenIn(db, "reset");
  for (const typed of ["", "short", "password1234", "liz liz liz liz"]) {
    expect(await problemsOf(resetPassword(db, token, typed, START))).toHaveProperty("password");
  }
  await resetPassword(db, token, NEW, START);
});

test("AC-050: one person is sent five links in half an hour, however often they are asked for", async () => {
  const { db } = await openForum();
  await join(db);
  for (let at = 0; at < 20; at += 1) await ask(db, at % 2 ? "liz" : EMAIL, START + at * 30);
  expect(await outbox(db)).toEqual(Array(5).fill(`reset to ${EMAIL}`));
  await ask(db, "Liz", START + 1801);
  expect(await outbox(db)).toHaveLength(6);
});

test("AC-041: the address in a letter is the forum's own", async () => {
  const { db } = await openForum();
  await join(db);
  await ask(db);
  const { text, html } = await db
    .selectFrom("letter")
    .select(["text", "html"])
    .executeTakeFirstOrThrow();
  for (const words of [text, html!]) {
    expect(words.match(/https?:\/\/[^/\s"]+/g)).toEqual([ORIGIN]);
  }
});

test("an address is known in the letters of its own land, too", async () => {
  const { db } = await openForum();
  const read = readEmail("liz@bücher.example") as { email: string };
  await signUp(db, { ...draft, email: read.email }, withOrigin);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  for (const typed of [" liz@BÜCHER.example", "liz@xn--bcher-kva.example"]) await ask(db, typed);
  expect((await outbox(db)).slice(1)).toEqual(Array(2).fill(`reset to ${read.email}`));
});

test("nobody who is unknown, has no confirmed address or cannot sign in is sent anything", async () => {
  const { db } = await openForum();
  await signUp(db, { ...draft, email: EMAIL }, withOrigin);
  await db.deleteFrom("letter").execute();
  // An imported name: it has an address by some mishap, and no password.
  await db
    .updateTable("person")
    .set({ email: "ada@lab.example", email_key: "ada@lab.example", email_confirmed_at: START })
    .where("name", "=", "Ada")
    .execute();
  const tokens = await db.selectFrom("letter_token").selectAll().execute();
  for (const typed of [
    "Liz",
    EMAIL,
    "Ada",
    "ada@lab.example",
    "Nobody",
    "@",
    "x@y.z",
    "'",
    "\0",
    "\ud800@x",
  ]) {
    await ask(db, typed);
  }
  expect(await outbox(db)).toEqual([]);
  expect(await db.selectFrom("letter_token").selectAll().execute()).toEqual(tokens);
});

test("of a token nothing is kept by which it could be used", async () => {
  const { db } = await openForum();
  await join(db);
  await ask(db);
  const token = await tokenIn(db, "reset");
  const rows = JSON.stringify(await db.selectFrom("letter_token").selectAll().execute());
  expect(rows).not.toContain(token);
  const key = await db.selectFrom("letter").select("key").executeTakeFirstOrThrow();
  expect(key.key).not.toContain(token);
});

test("what follows an answer follows later, one after the other, and what breaks is reported", async () => {
  const done: string[] = [];
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  void afterAnswer(async () => {
    done.push("first");
    throw new Error("broken");
  }, report);
  void afterAnswer(async () => void done.push("second"), report);
  expect(done).toEqual([]);
  await answersFollowed();
  expect(done).toEqual(["first", "second"]);
  expect(reported).toHaveLength(1);
});

test("whoever confirmed an address is told there that the password was changed, by a letter that opens nothing", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await changePassword(db, person, { present: GOOD, password: NEW }, withOrigin);
  expect(await outbox(db)).toEqual([`password to ${EMAIL}`]);
  const { text } = await db.selectFrom("letter").select("text").executeTakeFirstOrThrow();
  expect(text.match(/https:\S+/g)).toEqual([`${ORIGIN}/forgot-password`]);
  await ask(db, "Liz", START + 60);
  await resetPassword(db, await tokenIn(db, "reset"), GOOD, START + 120, ORIGIN);
  expect(await outbox(db)).toContain(`password to ${EMAIL}`);
  expect(await outbox(db)).toHaveLength(3);
});

test("nobody is told of a changed password at an address that was not confirmed", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await db.updateTable("person").set({ email_confirmed_at: null }).execute();
  await changePassword(db, person, { present: GOOD, password: NEW }, withOrigin);
  expect(await outbox(db)).toEqual([]);
});
