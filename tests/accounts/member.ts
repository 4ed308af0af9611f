/** Somebody with a password, for the tests of accounts. */
import { readSession } from "#app/accounts/session.server.ts";
import { type SignUpSetting, signUp } from "#app/accounts/sign-up.server.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";

export const GOOD = "nine lemons under a bridge";

export const setting: SignUpSetting = {
  now: START,
  scale: 1,
  address: "192.0.2.1",
  joining: async () => "open",
};

export const draft = { name: "Liz", password: GOOD, email: null, invitation: null };

/** Signs Liz up, and in. */
export async function joinLiz(db: Db, email: string | null = null) {
  const { token } = (await signUp(db, { ...draft, email }, setting)).session;
  return { ...(await readSession(db, token, START))!, token };
}

/** How many rows each table of accounts has, to show that a refusal wrote nothing. */
export async function countRows(db: Db) {
  const counts: Record<string, number> = {};
  for (const table of [
    "person",
    "password",
    "session",
    "invitation",
    "setting",
    "event",
  ] as const) {
    counts[table] = (await db.selectFrom(table).selectAll().execute()).length;
  }
  return counts;
}

/** What is wrong with the form, as the deed says. */
export async function problemsOf(deed: Promise<unknown>) {
  const error = await deed.then(
    () => null,
    (error: unknown) => error,
  );
  if (error instanceof WrongForm) return error.problems;
  throw new Error(`not refused as a wrong form: ${error}`);
}
