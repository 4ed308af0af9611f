import type { Db, Trx } from "#db/open.server.ts";
import { FIRST_ACCOUNTS, FIRST_SECONDS, type Founding, isFounding } from "./founding.ts";

export interface FoundingState {
  founding: Founding;
  /** When it was chosen, in epoch seconds; 0 where it never was. */
  chosenAt: number;
}

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
  if (founding === "off") return 0;
  if (founding === "first-14-days") return now < chosenAt + FIRST_SECONDS ? 1 : 0;
  const accounts = await db
    .selectFrom("password")
    .select("person_id")
    .limit(FIRST_ACCOUNTS)
    .execute();
  return accounts.length < FIRST_ACCOUNTS ? 1 : 0;
}
