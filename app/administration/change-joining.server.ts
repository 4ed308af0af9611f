import { recordEvent } from "#app/events/record.server.ts";
import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { stillMay } from "../still-may.server.ts";
import type { JoiningDraft } from "./joining.ts";
import { readJoining } from "./read-joining.server.ts";

/** Decides who may join, with the event and its reason, or nothing; the same decision again is none. */
export async function changeJoining(
  db: Db,
  administrator: Person,
  { joining, reason }: JoiningDraft,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));

  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const before = await readJoining(trx);
    if (before === joining) return;
    await trx
      .insertInto("setting")
      .values({ name: "joining", value: joining })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: joining }))
      .execute();
    await recordEvent(trx, {
      kind: "joining-changed",
      at: now,
      personId: administrator.id,
      reason,
      details: { before, after: joining },
    });
  });
}
