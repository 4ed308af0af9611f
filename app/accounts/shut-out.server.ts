import type { Trx } from "#db/open.server.ts";
import { forgetDevices } from "./device.server.ts";
import { endAllSessions } from "./session.server.ts";

/** Leaves nobody inside who may have got into a person's account: no browser, and no address of their own feed, which whoever was in may have made or copied. */
export async function shutOut(trx: Trx, personId: number): Promise<void> {
  await endAllSessions(trx, personId);
  await forgetDevices(trx, personId);
  await trx.deleteFrom("feed_key").where("person_id", "=", personId).execute();
}
