/** What pages say of letters: whether any are sent, and what a link is worth. */
import { expect, test } from "vitest";
import { hashPassword } from "#app/accounts/hash-password.server.ts";
import type { Mail } from "#app/mail/mail.ts";
import { loader as account } from "#app/routes/account.tsx";
import { loader as emailPage, action as saveEmail } from "#app/routes/account-email.tsx";
import { action as confirm, loader as confirmPage } from "#app/routes/confirm-email.tsx";
import { loader as forgotPage } from "#app/routes/forgot-password.tsx";
import { action as join } from "#app/routes/sign-up.tsx";
import type { Db } from "#db/open.server.ts";
import { tokenIn } from "../accounts/letters.ts";
import { GOOD } from "../accounts/member.ts";
import { openForum, START } from "../forum.ts";
import { errorPage, leadsTo, signInAs, visit } from "./visit.ts";

const mail: Mail = { send: async () => ({ kind: "sent" }), hangUp: () => {} };
const EMAIL = "ada@lab.example";

async function openWithPassword() {
  const forum = await openForum();
  const hash = await hashPassword(GOOD);
  await forum.db
    .insertInto("password")
    .values({ person_id: forum.ada.id, hash, set_at: START })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ hash }))
    .execute();
  const signedIn = await signInAs(forum.db, forum.ada);
  const save = (more: { mail?: Mail }) =>
    leadsTo(
      saveEmail(
        visit(forum.db, "/account/email", {
          ...{
            ...signedIn,
            ...more,
            form: { email: EMAIL, "present-password": GOOD },
          },
        }),
      ),
    );
  return { ...forum, signedIn, save };
}

async function flashOf(db: Db) {
  const { flash } = await db
    .selectFrom("session")
    .select("flash")
    .where("flash", "is not", null)
    .executeTakeFirstOrThrow();
  return JSON.parse(flash!).said;
}

test("whoever saves an address is told that it must be confirmed, and sees that it is not yet", async () => {
  const { db, signedIn, save } = await openWithPassword();
  await save({ mail });
  expect(await flashOf(db)).toEqual({ key: "accounts.email.open-link", values: { email: EMAIL } });
  const page = visit(db, "/account", { ...signedIn, mail });
  expect(await account(page)).toMatchObject({ email: EMAIL, emailState: "unconfirmed" });
});

test("a forum without a mail server promises no letter", async () => {
  const { db, signedIn, save } = await openWithPassword();
  await save({});
  expect(await flashOf(db)).toMatchObject({ key: "letters.none-sent.link" });
  expect(await emailPage(visit(db, "/account/email", signedIn))).toMatchObject({ sends: false });
  expect(await forgotPage(visit(db, "/forgot-password"))).toMatchObject({ sends: false });
  expect(await forgotPage(visit(db, "/forgot-password", { mail }))).toMatchObject({ sends: true });
});

test.each([
  ["no mail server", null, "accounts.welcome.none-sent"],
  ["a mail server", mail, "accounts.welcome.email"],
] as const)("who joins a forum of %s is told what comes", async (_name, mail, key) => {
  const { db } = await openForum();
  const form = { name: "Liz", password: GOOD, email: "liz@lab.example" };
  await leadsTo(join(visit(db, "/sign-up", { form, mail })));
  expect((await flashOf(db)).key).toBe(key);
});

test("a link that confirmed an address says so when it is opened again, while that is true", async () => {
  const { db, save } = await openWithPassword();
  await save({ mail });
  const token = await tokenIn(db, "confirm");
  const open = () => confirmPage(visit(db, `/confirm-email/${token}`, { params: { token } }));
  const press = () =>
    confirm(visit(db, `/confirm-email/${token}`, { params: { token }, form: {} }));
  expect(await open()).toMatchObject({ email: EMAIL });
  expect((await leadsTo(press())).to).toBe("/confirm-email/done");
  expect(await open()).toBe("already");
  await db.updateTable("person").set({ email: "other@lab.example" }).execute();
  expect(await errorPage(open())).toEqual({ status: 404, key: "letters.confirm.wrong" });
});
