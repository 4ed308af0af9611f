import type { Db, Trx } from "#db/open.server.ts";
import { FIRST_ACCOUNTS, FIRST_SECONDS, type Founding, isFounding } from "./founding.ts";

export interface FoundingState {
  founding: Founding;
  /** When it was chosen, in epoch seconds; 0 where it never was. */
  chosenAt: number;
}

/** How far founding weeks are. */
export type FoundingCourse = "off" | "lasts" | "over";

/** What was chosen of founding weeks; none, until an administrator chooses. */
export async function readFounding(db: Db | Trx): Promise<FoundingState> {
  const rows = await db
    .selectFrom("setting")
    .select(["name", "value"])
    .where("name", "in", ["founding", "founding-at"])
    .execute();
  const settingOf = (name: string) => rows.find((row) => row.name === name)?.value;
  const founding = settingOf("founding");
  return {
    founding: isFounding(founding) ? founding : "off",
    chosenAt: Number(settingOf("founding-at") ?? 0),
  };
}

/** The level of whoever joins at `now`: 1 in founding weeks, else 0. */
export async function readStartLevel(db: Db | Trx, now: number): Promise<0 | 1> {
  const { founding, chosenAt } = await readFounding(db);
  return (await readCourse(db, { founding, chosenAt }, now)) === "lasts" ? 1 : 0;
}

/** Whether what was chosen still lasts at `now`, and how far it is. */
export async function readFoundingCourse(db: Db, now: number) {
  const state = await readFounding(db);
  return {
    ...state,
    course: await readCourse(db, state, now),
    endsAt: state.chosenAt + FIRST_SECONDS,
    accounts: (await firstAccounts(db).execute()).length,
  };
}

async function readCourse(
  db: Db | Trx,
  { founding, chosenAt }: FoundingState,
  now: number,
): Promise<FoundingCourse> {
  if (founding === "off") return "off";
  const lasts =
    founding === "first-30"
      ? (await firstAccounts(db).execute()).length < FIRST_ACCOUNTS
      : now < chosenAt + FIRST_SECONDS;
  return lasts ? "lasts" : "over";
}

/** The first accounts, up to thirty: who joined by themselves, and not the demonstration's people. */
export const firstAccounts = (db: Db | Trx) =>
  db
    .selectFrom("event")
    .select((eb) => eb.ref("person_id").$notNull().as("id"))
    .where("kind", "=", "person-joined")
    .orderBy("id")
    .limit(FIRST_ACCOUNTS);
