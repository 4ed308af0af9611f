/** Something changes between what somebody was let in by and their being in. */
import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { changeEmail } from "#app/accounts/change-email.server.ts";
import { changePassword } from "#app/accounts/change-password.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { changeJoining } from "#app/administration/change-joining.server.ts";
import { action } from "#app/routes/sign-in.tsx";
import { action as join } from "#app/routes/sign-up.tsx";
import type { Db } from "#db/open.server.ts";
import { interrupted } from "../db/interrupted.ts";
import { openTwice } from "../forum.ts";
import { handedBack, leadsTo, visit } from "../routes/visit.ts";
import { countRows, GOOD, joinLiz, problemsOf, setting } from "./member.ts";

const NEW = "ten oranges on a boat";
const form = { name: "Liz", password: GOOD };
const hasHash = (row: object) => "hash" in row;
const passwords = (db: Db) => db.selectFrom("password").selectAll().execute();
const sessions = (db: Db) => db.selectFrom("session").select("id").execute();

/** A forum with Liz, and a second process in which her password is read just before she changes it. */
async function changedMeanwhile() {
  const { db, second } = await openTwice();
  const { person } = await joinLiz(db);
  const slow = interrupted(second, hasHash, () =>
    changePassword(db, person, { present: GOOD, password: NEW }, setting),
  );
  return { db, slow, person };
}

test("whoever signs in while the password is changed is not let in by the old one", async () => {
  const { db, slow } = await changedMeanwhile();
  const back = await handedBack(action(visit(slow, "/sign-in", { form })));
  expect(back).toMatchObject({ status: 422, problems: { "": { key: "accounts.sign-in.wrong" } } });
  expect(await sessions(db)).toHaveLength(1);
  expect(await db.selectFrom("device").select("id").execute()).toEqual([]);
});

test("of two who change one password at once, the second is told that the present one is wrong", async () => {
  const { db, slow, person } = await changedMeanwhile();
  const draft = { present: GOOD, password: "eight pears in a drawer" };
  expect(await problemsOf(changePassword(slow, person, draft, setting))).toEqual({
    "present-password": { key: "accounts.password.present-wrong" },
  });
  expect(await sessions(db)).toHaveLength(1);
  await signIn(db, { name: "Liz", password: NEW }, setting);
});

test("no e-mail address is kept by a password that was changed meanwhile", async () => {
  const { db, slow, person } = await changedMeanwhile();
  const draft = { present: GOOD, email: "other@lab.example" };
  expect(await problemsOf(changeEmail(slow, person, draft, setting))).toHaveProperty(
    "present-password",
  );
  const { email } = await db
    .selectFrom("person")
    .select("email")
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  expect(email).toBeNull();
});

test("a hash that is made anew keeps nobody out, one by one or at once", async () => {
  const { db, second } = await openTwice();
  const { person } = await joinLiz(db);
  const old = await hash(GOOD, { memoryCost: 8192, timeCost: 2, parallelism: 1 });
  const age = () => db.updateTable("password").set({ hash: old }).execute();
  await age();
  expect((await leadsTo(action(visit(db, "/sign-in", { form })))).status).toBe(302);
  await age();
  const slow = interrupted(second, hasHash, () => signIn(db, form, setting));
  expect((await leadsTo(action(visit(slow, "/sign-in", { form })))).status).toBe(302);
  expect((await passwords(db))[0]!.hash).not.toBe(old);
  await age();
  const overtaken = interrupted(second, hasHash, () =>
    changePassword(db, person, { present: GOOD, password: NEW }, setting),
  );
  const kept = await sessions(db);
  const back = await handedBack(action(visit(overtaken, "/sign-in", { form })));
  expect(back.status).toBe(422);
  expect(kept).toHaveLength(3);
  expect(await sessions(db)).toHaveLength(1);
});

test("whoever joins while joining is closed does not, nor without the invitation that is needed by then", async () => {
  const { db, second, root } = await openTwice();
  const change = (joining: "open" | "invitation" | "closed", now: number) =>
    changeJoining(db, root, { joining, reason: "A wave of spam." }, now);
  for (const [joining, refused] of [
    ["closed", { status: 403, refused: { key: "accounts.joining.closed" } }],
    ["invitation", { problems: { invitation: { key: "accounts.invitation.wrong" } } }],
  ] as const) {
    await change("closed", 1);
    await change("open", 2);
    const before = await countRows(db);
    const slow = interrupted(
      second,
      (row) => "value" in row,
      () => change(joining, 3),
    );
    expect(await handedBack(join(visit(slow, "/sign-up", { form })))).toMatchObject(refused);
    expect(await countRows(db)).toEqual({ ...before, event: before.event! + 1 });
  }
});
