import type { Db } from "#db/open.server.ts";
import { isJoining, type Joining } from "./joining.ts";

/** Who may join; everybody, until an administrator decides otherwise. */
export async function readJoining(db: Db): Promise<Joining> {
  const setting = await db
    .selectFrom("setting")
    .select("value")
    .where("name", "=", "joining")
    .executeTakeFirst();
  return isJoining(setting?.value) ? setting.value : "open";
}
