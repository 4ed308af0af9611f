/** People of a served forum who are no newcomers any more. */
import { openDatabase } from "#db/open.server.ts";
import type { RunningServer } from "./server.ts";

/** Puts everybody who has joined so far at level 1: their links wait for nobody's look, their votes and flags count. */
export async function settle({ database }: RunningServer): Promise<void> {
  const db = openDatabase(database);
  await db.updateTable("person").set({ level: 1 }).where("level", "=", 0).execute();
  await db.destroy();
}
