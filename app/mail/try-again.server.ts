import { mayAdminister, type Person } from "#app/permissions.ts";
import { allow, Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { stillMay } from "../still-may.server.ts";
import { LONGEST_SENDING } from "./letter-state.ts";
import { kindsWithSecrets } from "./pauses.ts";

/** Lets a letter that was set aside, waits or is in doubt be sent anew, as if it were fresh, but for links in it that run out; refuses what was sent, is being sent, or has no words any more. */
export async function tryAgain(
  db: Db,
  administrator: Person,
  id: number,
  now: number,
): Promise<void> {
  allow(mayAdminister(administrator));
  await write(db, async (trx) => {
    await stillMay(trx, administrator, mayAdminister);
    const { numUpdatedRows } = await trx
      .updateTable("letter")
      .set((eb) => ({
        // The age of a link in it is its own.
        made_at: eb
          .case()
          .when("kind", "in", kindsWithSecrets)
          .then(eb.ref("made_at"))
          .else(now)
          .end(),
        ...{ next_at: now, taken_at: null, set_aside_at: null, failure: null },
        // Its pauses begin anew.
        attempts: 0,
      }))
      .where("id", "=", id)
      .where("sent_at", "is", null)
      .where("text", "!=", "")
      .where((eb) =>
        eb.or([
          eb("taken_at", "is", null),
          eb("taken_at", "<", now - LONGEST_SENDING),
          eb("failure", "is not", null),
        ]),
      )
      .executeTakeFirst();
    if (Number(numUpdatedRows) === 0) throw new Refusal(409, { key: "letters.admin.again.no" });
  });
}
