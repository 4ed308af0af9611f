import { expect, test } from "vitest";
import { changeEmail } from "#app/accounts/change-email.server.ts";
import { confirmEmail } from "#app/accounts/confirm-email.server.ts";
import { postConfirmationAgain } from "#app/accounts/post-confirmation.server.ts";
import { readSession } from "#app/accounts/session.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { openForum, openTwice, START } from "../forum.ts";
import { addressOf, ORIGIN, outbox, tokenIn } from "./letters.ts";
import { draft, GOOD, joinLiz, setting } from "./member.ts";

const withOrigin = { ...setting, origin: ORIGIN };
const EMAIL = "liz@lab.example";
const NEW = "liz@other.example";

async function join(db: Parameters<typeof signUp>[0], email: string | null = EMAIL, name = "Liz") {
  const { session } = await signUp(db, { ...draft, name, email }, withOrigin);
  return { ...(await readSession(db, session.token, START))!, token: session.token };
}

const gone = { status: 404, said: { key: "letters.confirm.wrong" } };

test("whoever joins with an address is sent a link that confirms it, once", async () => {
  const { db } = await openForum();
  await join(db);
  expect(await outbox(db)).toEqual([`confirm to ${EMAIL}`]);
  expect(await addressOf(db, "Liz")).toMatchObject({ email_confirmed_at: null });
  const token = await tokenIn(db, "confirm");
  expect(await confirmEmail(db, token, START + 60)).toBeNull();
  expect(await addressOf(db, "Liz")).toEqual({
    ...{ email: EMAIL, email_key: EMAIL, email_confirmed_at: START + 60, email_bounces: 0 },
  });
  await expect(confirmEmail(db, token, START + 61)).rejects.toMatchObject(gone);
});

test("whoever joins without an address is sent nothing", async () => {
  const { db } = await openForum();
  await join(db, null);
  expect(await outbox(db)).toEqual([]);
});

test("AC-051: a link works for a day, whole, and no longer than the address stands", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  const token = await tokenIn(db, "confirm");
  const altered = token.slice(0, -1) + (token.endsWith("A") ? "B" : "A");
  await expect(confirmEmail(db, altered, START)).rejects.toMatchObject(gone);
  await expect(confirmEmail(db, "", START)).rejects.toMatchObject(gone);
  await expect(confirmEmail(db, token, START + 86_400)).rejects.toMatchObject(gone);
  await changeEmail(db, person, { present: GOOD, email: null }, withOrigin);
  await expect(confirmEmail(db, token, START)).rejects.toMatchObject(gone);
  expect(await addressOf(db, "Liz")).toMatchObject({ email: null, email_confirmed_at: null });
});

test("AC-051: of two changes the last counts, and only its link works, in any browser", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await changeEmail(db, person, { present: GOOD, email: "first@lab.example" }, withOrigin);
  const first = await tokenIn(db, "confirm");
  await changeEmail(db, person, { present: GOOD, email: NEW }, withOrigin);
  await expect(confirmEmail(db, first, START)).rejects.toMatchObject(gone);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  expect(await addressOf(db, "Liz")).toMatchObject({ email: NEW, email_confirmed_at: START });
});

test("AC-051: two changes at once leave one address, whose link works", async () => {
  const { db, second } = await openTwice();
  const { person } = await join(db);
  const change = (handle: typeof db, email: string) =>
    changeEmail(handle, person, { present: GOOD, email }, withOrigin);
  await Promise.all([change(db, "one@lab.example"), change(second, "two@lab.example")]);
  const { email } = await addressOf(db, "Liz");
  const tokens = await db.selectFrom("letter_token").select("email").execute();
  expect(tokens).toEqual([{ email }]);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  expect(await addressOf(db, "Liz")).toMatchObject({ email, email_confirmed_at: START });
});

test("AC-051: a confirmed address is told of a change, and can undo it for seven days", async () => {
  const { db } = await openForum();
  const { person, token: session } = await join(db);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  await changeEmail(db, person, { present: GOOD, email: NEW }, withOrigin);
  expect((await outbox(db)).slice(1)).toEqual([`moved to ${EMAIL}`, `confirm to ${NEW}`]);
  expect(await addressOf(db, "Liz")).toMatchObject({ email: NEW, email_confirmed_at: null });
  const [confirm, undo] = [await tokenIn(db, "confirm"), await tokenIn(db, "moved")];
  await expect(confirmEmail(db, undo, START + 7 * 86_400)).rejects.toMatchObject(gone);
  expect(await readSession(db, session, START)).not.toBeNull();
  expect(await confirmEmail(db, undo, START + 6 * 86_400)).not.toBeNull();
  expect(await addressOf(db, "Liz")).toMatchObject({ email: EMAIL, email_key: EMAIL });
  expect(await readSession(db, session, START)).toBeNull();
  await expect(confirmEmail(db, confirm, START + 60)).rejects.toMatchObject(gone);
  await expect(confirmEmail(db, undo, START + 6 * 86_400)).rejects.toMatchObject(gone);
});

test("an address that nobody confirmed is told nothing of a change", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await changeEmail(db, person, { present: GOOD, email: NEW }, withOrigin);
  expect(await outbox(db)).toEqual([`confirm to ${EMAIL}`, `confirm to ${NEW}`]);
});

test("saving the same address again changes nothing and sends nothing", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  await changeEmail(db, person, { present: GOOD, email: EMAIL }, withOrigin);
  expect(await addressOf(db, "Liz")).toMatchObject({ email_confirmed_at: START });
  expect(await outbox(db)).toHaveLength(1);
});

test("who shows that an address is theirs is found by it, not who only said so", async () => {
  const { db } = await openForum();
  await join(db, EMAIL, "Squatter");
  await join(db);
  expect(await addressOf(db, "Liz")).toMatchObject({ email: EMAIL, email_key: null });
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  expect(await addressOf(db, "Liz")).toMatchObject({ email_key: EMAIL });
  expect(await addressOf(db, "Squatter")).toMatchObject({ email: EMAIL, email_key: null });
  await expect(confirmEmail(db, await tokenIn(db, "confirm"), START)).rejects.toMatchObject(gone);
});

test("the link is sent again a few times an hour, while the address waits for it", async () => {
  const { db } = await openForum();
  const { person } = await join(db);
  for (let at = 0; at < 10; at += 1) await postConfirmationAgain(db, person, withOrigin);
  const before = await outbox(db);
  expect(before).toHaveLength(5);
  const tooOften = postConfirmationAgain(db, person, { ...withOrigin, now: START + 3601 });
  await expect(tooOften).rejects.toMatchObject({ status: 429 });
  expect(await outbox(db)).toEqual(before);
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  const later = { ...withOrigin, now: START + 7200 };
  await expect(postConfirmationAgain(db, person, later)).rejects.toMatchObject({ status: 409 });
  expect(await outbox(db)).toEqual(before);
});

test("nobody fills another's mailbox by joining or changing with their address", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  for (let at = 0; at < 9; at += 1) {
    const email = at % 2 ? "Victim@lab.example" : `victim+${at}@lab.example`;
    await changeEmail(db, person, { present: GOOD, email }, withOrigin);
    await changeEmail(db, person, { present: GOOD, email: null }, withOrigin);
  }
  expect(await outbox(db)).toHaveLength(5);
});

test("nobody has letters sent to any number of strangers: ten changes a day", async () => {
  const { db } = await openForum();
  const { person } = await joinLiz(db);
  const change = (at: number, now = START) =>
    changeEmail(
      db,
      person,
      { present: GOOD, email: `stranger${at}@lab${at}.example` },
      { ...withOrigin, now },
    );
  for (let at = 0; at < 10; at += 1) await change(at);
  const before = [await addressOf(db, "Liz"), await outbox(db)];
  await expect(change(10)).rejects.toMatchObject({ status: 429 });
  expect([await addressOf(db, "Liz"), await outbox(db)]).toEqual(before);
  expect(before[1]).toHaveLength(10);
  await change(11, START + 86_401);
  expect(await outbox(db)).toHaveLength(11);
});

test.each([true, false])(
  "how often the link is sent again tells nobody whether others were sent one (%s)",
  async (isKnown) => {
    const { db } = await openForum();
    if (isKnown) await join(db, EMAIL, "Victor");
    const { person } = await join(db, null, "Mallory");
    await changeEmail(db, person, { present: GOOD, email: EMAIL }, withOrigin);
    for (let at = 0; at < 9; at += 1) await postConfirmationAgain(db, person, withOrigin);
    await expect(postConfirmationAgain(db, person, withOrigin)).rejects.toMatchObject({
      status: 429,
    });
    expect(await outbox(db)).toHaveLength(5);
  },
);
