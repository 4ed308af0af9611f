/** Somebody else knows the password, and changes the address; its owner has it back, whatever they do. */
import { expect, test } from "vitest";
import { askReset } from "#app/accounts/ask-reset.server.ts";
import { changeEmail } from "#app/accounts/change-email.server.ts";
import { changePassword } from "#app/accounts/change-password.server.ts";
import { confirmEmail } from "#app/accounts/confirm-email.server.ts";
import { findLetterToken } from "#app/accounts/letter-token.server.ts";
import { resetPassword } from "#app/accounts/reset-password.server.ts";
import { readSession } from "#app/accounts/session.server.ts";
import { signIn } from "#app/accounts/sign-in.server.ts";
import { signUp } from "#app/accounts/sign-up.server.ts";
import { WrongForm } from "#app/refusals.ts";
import { openForum, START } from "../forum.ts";
import { addressOf, ORIGIN, outbox, tokenIn } from "./letters.ts";
import { draft, GOOD, problemsOf, setting } from "./member.ts";

const NEW = "ten oranges on a boat";
const OWNERS = "liz@lab.example";
const INTRUDERS = "mallory@evil.example";
const at = (now: number) => ({ ...setting, origin: ORIGIN, now });
const gone = { status: 404 };

/** Liz, whose address somebody else changed to their own and confirmed. */
async function taken() {
  const { db } = await openForum();
  const { session } = await signUp(db, { ...draft, email: OWNERS }, at(START));
  const { person } = (await readSession(db, session.token, START))!;
  const change = (email: string | null, now: number) =>
    changeEmail(db, person, { present: GOOD, email }, at(now));
  await confirmEmail(db, await tokenIn(db, "confirm"), START);
  await change(INTRUDERS, START);
  const owners = await tokenIn(db, "moved", OWNERS);
  await confirmEmail(db, await tokenIn(db, "confirm"), START + 1);
  return { db, person, change, owners };
}

test("who changes an address twice is given no link by which to keep the account from its owner", async () => {
  const { db, change, owners } = await taken();
  await change("other@evil.example", START + 2);
  expect((await outbox(db)).at(-2)).toBe(`moved to ${INTRUDERS}`);
  await expect(tokenIn(db, "moved", INTRUDERS)).rejects.toThrow("No letter");
  await confirmEmail(db, await tokenIn(db, "confirm"), START + 3);
  await change(null, START + 4);
  expect(await confirmEmail(db, owners, START + 6 * 86_400)).not.toBeNull();
  expect(await addressOf(db, "Liz")).toMatchObject({ email: OWNERS, email_key: OWNERS });
});

test("who types their address again has it back, and no link goes to the other", async () => {
  const { db, person, change } = await taken();
  const before = await outbox(db);
  await askReset(db, "Liz", at(START + 50));
  await change("LIZ@lab.example", START + 100);
  expect(await addressOf(db, "Liz")).toEqual({
    ...{ email: OWNERS, email_key: OWNERS, email_confirmed_at: START + 100, email_bounces: 0 },
  });
  expect(await outbox(db)).toEqual([...before, `reset to ${INTRUDERS}`]);
  const reset = await tokenIn(db, "reset");
  await expect(findLetterToken(db, reset, ["reset"], START + 101)).rejects.toMatchObject(gone);
  await changePassword(db, person, { present: GOOD, password: NEW }, at(START + 102));
  await askReset(db, "Liz", at(START + 103));
  expect((await outbox(db)).at(-1)).toBe(`reset to ${OWNERS}`);
});

test("an address that is changed once more can be put back once more", async () => {
  const { db, change, owners } = await taken();
  await change(OWNERS, START + 100);
  await expect(confirmEmail(db, owners, START + 101)).rejects.toMatchObject(gone);
  await change(INTRUDERS, START + 102);
  const again = await tokenIn(db, "moved", OWNERS);
  expect(again).not.toBe(owners);
  expect(await confirmEmail(db, again, START + 6 * 86_400)).not.toBeNull();
});

test("a week later the address by then is the person's own, and can be put back in turn", async () => {
  const { db, change, owners } = await taken();
  const later = START + 7 * 86_400;
  await expect(confirmEmail(db, owners, later)).rejects.toMatchObject(gone);
  await change(OWNERS, later);
  expect(await addressOf(db, "Liz")).toMatchObject({ email_confirmed_at: null });
  await confirmEmail(db, await tokenIn(db, "moved", INTRUDERS), later + 1);
  expect(await addressOf(db, "Liz")).toMatchObject({ email: INTRUDERS });
});

test("where an address is put back the password opens nothing any more, and another is set at once", async () => {
  const { db, person, change, owners } = await taken();
  const reset = (await confirmEmail(db, owners, START + 60))!;
  await expect(signIn(db, { name: "Liz", password: GOOD }, at(START + 61))).rejects.toThrow(
    WrongForm,
  );
  expect(await problemsOf(change(INTRUDERS, START + 62))).toHaveProperty("present-password");
  const password = changePassword(db, person, { present: GOOD, password: NEW }, at(START + 63));
  expect(await problemsOf(password)).toHaveProperty("present-password");
  await expect(findLetterToken(db, reset, ["reset"], START + 3660)).rejects.toMatchObject(gone);
  await resetPassword(db, reset, NEW, START + 3659);
  await signIn(db, { name: "Liz", password: NEW }, at(START + 3660));
  await expect(resetPassword(db, reset, GOOD, START + 3661)).rejects.toMatchObject(gone);
});

test("whoever leaves before they set another password has a link sent", async () => {
  const { db, owners } = await taken();
  await confirmEmail(db, owners, START + 60);
  await askReset(db, "Liz", at(START + 5000));
  await resetPassword(db, await tokenIn(db, "reset", OWNERS), NEW, START + 5001);
  await signIn(db, { name: "Liz", password: NEW }, at(START + 5002));
});
