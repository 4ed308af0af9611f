import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { forgetDevices, rememberDevice, sweepDevices } from "#app/accounts/device.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { Refusal, WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { openForum, START } from "../forum.ts";
import { GOOD, joinLiz, setting } from "./member.ts";

const right = { name: "Liz", password: GOOD };
const wrong = { name: "Liz", password: "ten oranges on a boat" };

/** The answer to a sign-in as a visitor sees it. */
async function answerTo(deed: Promise<unknown>) {
  try {
    await deed;
    return "in";
  } catch (error) {
    if (error instanceof WrongForm) return JSON.stringify(error.problems);
    if (error instanceof Refusal) return `${error.status} ${error.retryAfter}`;
    throw error;
  }
}

async function tries(db: Db, draft: typeof right, times: number, address: (at: number) => string) {
  const answers: string[] = [];
  for (let at = 0; at < times; at += 1) {
    const there = { ...setting, now: START + at, address: address(at) };
    answers.push(await answerTo(signIn(db, draft, there)));
  }
  return answers;
}

test("name and password let somebody in, in whatever case the name is typed", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  const { hash } = await db.selectFrom("password").select("hash").executeTakeFirstOrThrow();
  const answer = { personId: person.id, hash };
  expect(await signIn(db, right, setting)).toEqual(answer);
  expect(await signIn(db, { ...right, name: "liz" }, setting)).toEqual(answer);
});

test("AC-046: a wrong password, a name that nobody has and one without a password are answered alike", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const answer = '{"":{"key":"accounts.sign-in.wrong"}}';
  expect(await answerTo(signIn(db, wrong, setting))).toBe(answer);
  expect(await answerTo(signIn(db, { ...wrong, name: "Lou" }, setting))).toBe(answer);
  expect(await answerTo(signIn(db, { ...wrong, name: "Ada" }, setting))).toBe(answer);
  expect(await answerTo(signIn(db, { ...wrong, password: "" }, setting))).toBe(answer);
});

test("AC-043: of fifty wrong passwords from fifty addresses half are heard", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const answers = await tries(db, wrong, 50, (at) => `192.0.2.${at}`);
  expect(answers.findIndex((answer) => answer.startsWith("429"))).toBe(25);
});

test("AC-043: of fifty wrong passwords from one address five are heard", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const answers = await tries(db, wrong, 50, () => "192.0.2.1");
  expect(answers.findIndex((answer) => answer.startsWith("429"))).toBe(5);
  expect(answers.slice(5).every((answer) => answer.startsWith("429"))).toBe(true);
});

test("AC-044: one password tried on a hundred names from one network is heard 25 times in five minutes", async () => {
  const { db } = await openForum();
  let heard = 0;
  for (let at = 0; at < 100; at += 1) {
    const there = { ...setting, address: `2001:db8::${at.toString(16)}` };
    const answer = await answerTo(signIn(db, { ...wrong, name: `Lou${at}` }, there));
    if (!answer.startsWith("429")) heard += 1;
  }
  expect(heard).toBe(25);
});

test("AC-045: whoever is locked out by others' failures gets in from a browser used before", async () => {
  const { db, ben } = await openForum();
  const { person } = await joinLiz(db);
  const { token } = await rememberDevice(db, person.id, null, START);
  const { token: bens } = await rememberDevice(db, ben.id, null, START);
  await tries(db, wrong, 50, (at) => `192.0.2.${at}`);
  const now = START + 60;
  expect(await answerTo(signIn(db, right, { ...setting, now }))).toMatch(/^429/);
  expect(await answerTo(signIn(db, right, { ...setting, now, device: bens }))).toMatch(/^429/);
  expect(await answerTo(signIn(db, right, { ...setting, now, device: "junk" }))).toMatch(/^429/);
  expect(await answerTo(signIn(db, right, { ...setting, now, device: token }))).toBe("in");
});

test("AC-043: a browser used before is slowed too, by itself", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  const { token } = await rememberDevice(db, person.id, null, START);
  const answers: string[] = [];
  for (let at = 0; at < 20; at += 1) {
    answers.push(await answerTo(signIn(db, wrong, { ...setting, device: token })));
  }
  expect(answers.findIndex((answer) => answer.startsWith("429"))).toBe(10);
});

test("a browser keeps its token, gets another for another person, and is a stranger after half a year", async () => {
  const { db, ada, ben } = await openForum();
  const { token } = await rememberDevice(db, ada.id, null, START);
  expect((await rememberDevice(db, ada.id, token, START + 9)).token).toBe(token);
  expect((await rememberDevice(db, ben.id, token, START)).token).not.toBe(token);
  await sweepDevices(db, START + 180 * 86_400);
  expect(await db.selectFrom("device").select("person_id").execute()).toEqual([
    { person_id: ada.id },
  ]);
  await forgetDevices(db, ada.id);
  expect(await db.selectFrom("device").select("id").execute()).toEqual([]);
});

test("AC-048: a name that nobody has is locked as one that somebody has", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const known = await tries(db, wrong, 40, (at) => `192.0.2.${at}`);
  const unknown = await tries(db, { ...wrong, name: "Lou" }, 40, (at) => `198.51.100.${at}`);
  expect(unknown).toEqual(known);
});

test("who signs in rightly is not counted", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const answers = await tries(db, right, 40, () => "192.0.2.1");
  expect(new Set(answers)).toEqual(new Set(["in"]));
});

test("AC-054: a hash of a lower setting is made anew at the next sign-in, and only by a right password", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  const old = await hash(GOOD, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
  await db.updateTable("password").set({ hash: old }).execute();
  const kept = () => db.selectFrom("password").select("hash").executeTakeFirstOrThrow();
  expect(await answerTo(signIn(db, wrong, setting))).not.toBe("in");
  expect((await kept()).hash).toBe(old);
  expect(await answerTo(signIn(db, right, setting))).toBe("in");
  expect((await kept()).hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await answerTo(signIn(db, right, setting))).toBe("in");
});

test("AC-047: a name that nobody has costs a hash, as one that somebody has does", async () => {
  const { db } = await openForum();
  await joinLiz(db);
  for (const name of ["Liz", "Lou"]) {
    const asked = Array.from({ length: 100 }, () =>
      answerTo(signIn(db, { ...wrong, name }, { ...setting, scale: 100 })),
    );
    const busy = (await Promise.all(asked)).filter((answer) => answer.startsWith("503"));
    // Two are hashed at once and twenty wait: whoever is sent away met a full queue of hashes.
    expect(busy.length, name).toBeGreaterThan(0);
  }
});
