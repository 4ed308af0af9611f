/** Nothing can be written: those who are signed in read on. */
import { expect, test } from "vitest";
import { setFlash, takeFlash } from "#app/accounts/flash.server.ts";
import { beginSession, endSession, readSession } from "#app/accounts/session.server.ts";
import { takesWrites } from "../db/disturb.ts";
import { openForum, START } from "../forum.ts";

const DAY = 86_400;

async function signedIn() {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const { sessionId } = (await readSession(db, token, START))!;
  return { db, token, sessionId };
}

test("a session whose renewal cannot be written holds, and is renewed later", async () => {
  const { db, token } = await signedIn();
  await takesWrites(db, false);
  expect(await readSession(db, token, START + 20 * DAY)).toMatchObject({ person: { name: "Ada" } });
  await takesWrites(db, true);
  const { expires_at } = await db.selectFrom("session").selectAll().executeTakeFirstOrThrow();
  expect(expires_at).toBe(START + 30 * DAY);
  await readSession(db, token, START + 20 * DAY);
  expect((await readSession(db, token, START + 40 * DAY))?.person.name).toBe("Ada");
});

test("a session that has run out is none, although that cannot be written", async () => {
  const { db, token } = await signedIn();
  await takesWrites(db, false);
  expect(await readSession(db, token, START + 31 * DAY)).toBeNull();
});

test("a message that cannot be taken away is shown later, once", async () => {
  const { db, sessionId } = await signedIn();
  const said = { key: "write.done.reply" } as const;
  const page = { address: "/threads/1", now: START };
  await setFlash(db, sessionId, said, page);
  await takesWrites(db, false);
  expect(await takeFlash(db, sessionId, page)).toBeNull();
  await takesWrites(db, true);
  expect(await takeFlash(db, sessionId, page)).toEqual(said);
  expect(await takeFlash(db, sessionId, page)).toBeNull();
});

test("nobody is told of having signed out where that cannot be written", async () => {
  const { db, sessionId } = await signedIn();
  await takesWrites(db, false);
  await expect(endSession(db, sessionId)).rejects.toThrow(/read-?only/);
});
