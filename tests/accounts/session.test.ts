import { expect, test } from "vitest";
import { clearCookie, readCookie, sessionCookie } from "#app/accounts/cookie.ts";
import { setFlash, takeFlash } from "#app/accounts/flash.server.ts";
import {
  beginSession,
  endAllSessions,
  endOtherSessions,
  endSession,
  listSessions,
  readSession,
  sweepSessions,
} from "#app/accounts/session.server.ts";
import { openForum, START } from "../forum.ts";

const DAY = 86_400;

test("whoever holds the token is signed in as that person, with the role of this moment", async () => {
  const { db, ada } = await openForum();
  const { token, expiresAt } = await beginSession(db, ada.id, START);
  expect(expiresAt).toBe(START + 30 * DAY);
  expect(await readSession(db, token, START + 5)).toMatchObject({
    person: ada,
    renewed: false,
    expiresAt,
    hasFlash: false,
  });
  await db.updateTable("person").set({ role: "moderator" }).where("id", "=", ada.id).execute();
  expect((await readSession(db, token, START + 6))?.person.role).toBe("moderator");
});

test("AC-031: a token that somebody chose signs nobody in, and each sign-in has its own", async () => {
  const { db, ada } = await openForum();
  const chosen = "a".repeat(27);
  expect(await readSession(db, chosen, START)).toBeNull();
  const first = await beginSession(db, ada.id, START);
  const second = await beginSession(db, ada.id, START);
  expect(first.token).not.toBe(second.token);
  expect(first.token).toMatch(/^[\w-]{27}$/);
  expect(await readSession(db, chosen, START)).toBeNull();
});

test("AC-033: after signing out the token is worth nothing and its row is gone", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const session = await readSession(db, token, START);
  await endSession(db, session!.sessionId);
  expect(await readSession(db, token, START)).toBeNull();
  expect(await db.selectFrom("session").select("id").execute()).toEqual([]);
});

test("AC-035: a person can be signed out everywhere, or everywhere else", async () => {
  const { db, ada, ben } = await openForum();
  const here = await beginSession(db, ada.id, START);
  const there = await beginSession(db, ada.id, START + 1);
  const bens = await beginSession(db, ben.id, START);
  const kept = await readSession(db, here.token, START);
  await endOtherSessions(db, ada.id, kept!.sessionId);
  expect(await readSession(db, there.token, START)).toBeNull();
  expect(await readSession(db, here.token, START)).not.toBeNull();
  await endAllSessions(db, ada.id);
  expect(await readSession(db, here.token, START)).toBeNull();
  expect(await readSession(db, bens.token, START)).not.toBeNull();
});

test("AC-036: what the database keeps of a session opens nothing", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const stolen = await db.selectFrom("session").selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(stolen)).not.toContain(token);
  expect(stolen.id).toMatch(/^[0-9a-f]{64}$/);
  expect(await readSession(db, stolen.id, START)).toBeNull();
  expect(await readSession(db, stolen.id.slice(0, 27), START)).toBeNull();
});

test("AC-037: a session is renewed at half life, once, and refused after its end", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  expect((await readSession(db, token, START + 15 * DAY - 2))?.renewed).toBe(false);
  const renewed = await readSession(db, token, START + 16 * DAY);
  expect(renewed).toMatchObject({ renewed: true, expiresAt: START + 46 * DAY });
  expect((await readSession(db, token, START + 16 * DAY + 1))?.renewed).toBe(false);
  expect(await readSession(db, token, START + 46 * DAY)).toBeNull();
  expect(await db.selectFrom("session").select("id").execute()).toEqual([]);
});

test("AC-037: without a visit a session ends after thirty days", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  expect(await readSession(db, token, START + 31 * DAY)).toBeNull();
});

test("sessions that have run out are swept, others stay", async () => {
  const { db, ada } = await openForum();
  await beginSession(db, ada.id, START);
  await beginSession(db, ada.id, START + DAY);
  await sweepSessions(db, START + 30 * DAY);
  expect(await listSessions(db, ada.id, START + 30 * DAY)).toEqual([
    expect.objectContaining({ beganAt: START + DAY, expiresAt: START + 31 * DAY }),
  ]);
});

test("a message for a page is read once", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const { sessionId } = (await readSession(db, token, START))!;
  const page = { address: "/account?all=1", now: START };
  expect(await takeFlash(db, sessionId, page)).toBeNull();
  await setFlash(db, sessionId, { key: "accounts.password.changed" }, page);
  expect((await readSession(db, token, START))?.hasFlash).toBe(true);
  const taken = await Promise.all([takeFlash(db, sessionId, page), takeFlash(db, sessionId, page)]);
  expect(taken.filter(Boolean)).toEqual([{ key: "accounts.password.changed" }]);
});

test("a message is shown on the page that it is for, wherever else its reader looks first, and not long after", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const { sessionId } = (await readSession(db, token, START))!;
  const said = { key: "write.done.reply" } as const;
  const leave = () =>
    setFlash(db, sessionId, said, { address: "/threads/1-a?b=c#post-2", now: START });
  const take = (address: string, now = START) => takeFlash(db, sessionId, { address, now });
  await leave();
  for (const address of ["/", "/threads/1-a", "/threads/1-a?b=d", "/people.json?q=a"]) {
    expect(await take(address)).toBeNull();
  }
  expect(await take("/threads/1-a?b=c")).toEqual(said);
  await leave();
  expect(await take("/threads/1-a?b=c", START + 301)).toBeNull();
  expect((await readSession(db, token, START))?.hasFlash).toBe(false);
});

test("AC-032: the cookie is bound to the forum's own address and out of reach of scripts", () => {
  const token = "t".repeat(27);
  expect(sessionCookie(token, START, true)).toBe(
    `__Host-session=${token}; Path=/; Expires=Mon, 21 Sep 2026 14:13:20 GMT; HttpOnly; SameSite=Lax; Secure`,
  );
  expect(sessionCookie(token, START, false)).toMatch(/^session=t+; .*SameSite=Lax$/);
  expect(clearCookie(true)).toMatch(/^__Host-session=; Path=\/; Expires=Thu, 01 Jan 1970 /);
});

test("the token is found among other cookies", () => {
  const token = `${"A-_9".repeat(6)}abc`;
  expect(readCookie(`theme=dark; __Host-session=${token}; x="y"`, true)).toBe(token);
  expect(readCookie(`theme=dark;session=${token}`, false)).toBe(token);
});

const token = "t".repeat(27);
test.each([
  ["nothing", null],
  ["an empty header", ""],
  ["8 KB", `session=${"t".repeat(8192)}`],
  ["8 KB beside it", `session=${token}; x=${"t".repeat(8192)}`],
  ["NUL", `session=t\0${token}`],
  ["two session cookies", `session=${token}; session=${token}`],
  ["another case", `Session=${token}`],
  ["another letter", `session=é${token.slice(1)}`],
  ["percent signs", "session=%E0%A4%A"],
  ["a path", "session=../../etc/passwd"],
  ["only signs", ";;;===;; ;"],
  ["the secure name on a plain address", `__Host-session=${token}`],
])("AC-038: a cookie with %s is nobody's", (_what, header) => {
  expect(readCookie(header, false)).toBeNull();
});
