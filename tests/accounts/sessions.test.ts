import { expect, test } from "vitest";
import { endOwnSession, handleOf } from "#app/accounts/end-own-session.server.ts";
import { beginSession, listSessions, readSession } from "#app/accounts/session.server.ts";
import { action, loader } from "#app/routes/account-sessions.tsx";
import { action as signIn } from "#app/routes/sign-in.tsx";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { handedBack, leadsTo, signInAs, visit } from "../routes/visit.ts";
import { GOOD, joinLiz } from "./member.ts";

const HOUR = 3600;
const path = "/account/sessions";
const rows = (db: Db) => db.selectFrom("session").selectAll().execute();

test("a person sees in which browsers they are signed in, this one first, and nobody else's", async () => {
  const { db, ada, ben } = await openForum();
  const here = await signInAs(db, ada);
  await beginSession(db, ada.id, START + 60, "Firefox on Linux");
  await signInAs(db, ben);
  const { sessions } = await loader(visit(db, path, { ...here, now: START + 90 }));
  expect(sessions).toEqual([
    {
      handle: handleOf(here.sessionId),
      browser: null,
      beganAt: START,
      hoursAway: 0,
      isThis: true,
    },
    expect.objectContaining({ browser: "Firefox on Linux", beganAt: START + 60, isThis: false }),
  ]);
  expect(JSON.stringify(sessions)).not.toContain(here.sessionId);
});

test("sessions that began in the same second stand in one order each time", async () => {
  const { db, ada } = await openForum();
  for (let turn = 0; turn < 8; turn++) await beginSession(db, ada.id, START);
  const ids = (await listSessions(db, ada.id, START)).map(({ sessionId }) => sessionId);
  expect(ids).toHaveLength(8);
  expect(ids).toEqual(ids.toSorted());
});

test("signing in keeps the browser's label and nothing more of what it sends", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const args = visit(db, "/sign-in", { form: { name: "Liz", password: GOOD } });
  args.request.headers.set("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Gecko/1 Firefox/144.0");
  expect((await leadsTo(signIn(args))).status).toBe(302);
  expect((await rows(db)).map(({ browser }) => browser)).toEqual([null, "Firefox on Linux"]);
});

test("the last visit is kept to the hour, and written once in it", async () => {
  const { db, ada } = await openForum();
  const { token } = await beginSession(db, ada.id, START);
  const seenAt = async (now: number) => {
    await readSession(db, token, now);
    return (await rows(db))[0]!.seen_at! - (START - (START % HOUR));
  };
  expect(await seenAt(START)).toBe(0);
  expect(await seenAt(START + 5 * HOUR + 700)).toBe(5 * HOUR);
  expect(await seenAt(START + 5 * HOUR + 800)).toBe(5 * HOUR);
});

test("one browser is signed out from another, and all others at once", async () => {
  const { db, ada, ben } = await openForum();
  const here = await signInAs(db, ada);
  const [other, third, bens] = [
    await signInAs(db, ada),
    await signInAs(db, ada),
    await signInAs(db, ben),
  ];
  const end = (what: string) => leadsTo(action(visit(db, path, { ...here, form: { end: what } })));
  const left = async () => (await rows(db)).map(({ id }) => id).sort();
  expect(await end(handleOf(other.sessionId))).toEqual({ status: 302, to: path });
  expect(await left()).toEqual([here, third, bens].map(({ sessionId }) => sessionId).sort());
  expect(await end("others")).toEqual({ status: 302, to: path });
  expect(await left()).toEqual([here, bens].map(({ sessionId }) => sessionId).sort());
  expect(await end(handleOf(here.sessionId))).toEqual({ status: 302, to: "/" });
  expect(await left()).toEqual([bens.sessionId]);
});

test("nobody ends another's session, nor one by what the database keeps of it", async () => {
  const { db, ada, ben } = await openForum();
  const here = await signInAs(db, ada);
  const bens = await signInAs(db, ben);
  const before = await rows(db);
  for (const end of [handleOf(bens.sessionId), bens.sessionId, here.sessionId, "", "0"]) {
    const back = await handedBack(action(visit(db, path, { ...here, form: { end } })));
    expect(back).toMatchObject({ status: 404, refused: { key: "accounts.sessions.not-found" } });
  }
  const back = await handedBack(action(visit(db, path, { form: { end: "others" } })));
  expect(back.status).toBe(401);
  await expect(
    endOwnSession(db, ada, handleOf(here.sessionId), START + 31 * 24 * HOUR),
  ).rejects.toMatchObject({ status: 404 });
  expect(await rows(db)).toEqual(before);
  expect(await listSessions(db, ben.id, START)).toHaveLength(1);
});
