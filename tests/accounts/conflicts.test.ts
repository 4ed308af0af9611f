/** What an account writes meets what another process writes, or cannot be written. */
import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { changeProfile } from "#app/accounts/change-profile.server.ts";
import { rememberDevice } from "#app/accounts/device.server.ts";
import { keepSession } from "#app/accounts/enter.server.ts";
import { readOwnAccount } from "#app/accounts/read-person.server.ts";
import {
  beginSession,
  endOtherSessions,
  endSession,
  listSessions,
} from "#app/accounts/session.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { action as join } from "#app/routes/sign-up.tsx";
import type { Db } from "#db/open.server.ts";
import { takesWrites } from "../db/disturb.ts";
import { meetingAnother } from "../db/interrupted.ts";
import { openForum, START } from "../forum.ts";
import { leadsTo, visit } from "../routes/visit.ts";
import { GOOD, joinLiz, setting } from "./member.ts";

const form = { name: "Liz", password: GOOD };
const browsersOf = async (db: Db, personId: number) =>
  (await listSessions(db, personId, START)).map(({ browser }) => browser);

test("a browser that is signed out while another process writes is signed out, and so are all others", async () => {
  const { db } = await openForum();
  const liz = await joinLiz(db);
  for (const at of [START + 1, START + 2]) await beginSession(db, liz.person.id, at, "Firefox");
  const [first] = await listSessions(db, liz.person.id, START);
  await endSession(meetingAnother(db, "session"), first!.sessionId);
  expect(await browsersOf(db, liz.person.id)).toEqual(["Firefox", null]);
  await endOtherSessions(meetingAnother(db, "session"), liz.person.id, liz.sessionId);
  expect(await browsersOf(db, liz.person.id)).toEqual([null]);
});

test("a profile, a browser and a hash that are kept while another process writes are kept", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  await changeProfile(meetingAnother(db, "person"), person, { about: "I tune harps." }, setting);
  expect((await readOwnAccount(db, person)).about).toBe("I tune harps.");
  await rememberDevice(meetingAnother(db, "device"), person.id, null, START);
  expect(await db.selectFrom("device").select("person_id").execute()).toHaveLength(1);
  const old = await hash(GOOD, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
  await db.updateTable("password").set({ hash: old }).execute();
  const { personId } = await signIn(meetingAnother(db, "password"), form, setting);
  expect(personId).toBe(person.id);
});

test("whoever joins while another process writes has joined and is in, once", async () => {
  const { db } = await openForum();
  const slow = meetingAnother(db, "session");
  expect(await leadsTo(join(visit(slow, "/sign-up", { form })))).toEqual({ status: 302, to: "/" });
  const { id } = await db
    .selectFrom("person")
    .select("id")
    .where("name", "=", "Liz")
    .executeTakeFirstOrThrow();
  expect(await browsersOf(db, id)).toEqual([null]);
});

test("whoever is let in is in, although the browser cannot be remembered", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  const session = await beginSession(db, person.id, START);
  const { request, context } = visit(db, "/sign-in", { form });
  const received = { ...context, db, now: START, form: new URLSearchParams(form) };
  await takesWrites(db, false);
  const headers = await keepSession(received, request, person.id, session);
  const cookies = headers.getSetCookie();
  expect(cookies).toEqual([expect.stringContaining(session.token)]);
  await takesWrites(db, true);
});
