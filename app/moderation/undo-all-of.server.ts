import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { demandReason } from "../events/reason.ts";
import { mayAdminister, type Person } from "../permissions.ts";
import { allow, Refusal } from "../refusals.ts";
import { stillMay } from "../still-may.server.ts";
import { type ActionKind, actionKinds, actions } from "./actions.ts";
import { findAct } from "./find-act.server.ts";
import { undoWithin } from "./undo-act.server.ts";

export interface UndoneAll {
  undone: number;
  /** What could not be undone: something else came after it. */
  left: number;
}

/** Undoes all that one moderator did since a time, the newest first, each act by itself with its row of the log, so that what was undone stays so where it is broken off: an administrator's to do, in one press. What was overtaken by something else stays and is counted. */
export async function undoAllOf(
  db: Db,
  person: Person,
  moderatorId: number,
  { since, reason, now }: { since: number; reason: string; now: number },
): Promise<UndoneAll> {
  allow(mayAdminister(person));
  const why = demandReason(reason);
  if (moderatorId === person.id) throw new Refusal(403, { key: "deeds.person.self" });
  const acts = await db
    .selectFrom("action")
    .select("id")
    .where("by_id", "=", moderatorId)
    .where("at", ">=", since)
    .where("kind", "in", undoable)
    .where("undone_at", "is", null)
    // What they ended themselves is over; of a case each step is a decision on its flags.
    .where(({ eb, exists, not, or, selectFrom }) =>
      or([
        eb("kind", "in", onCases),
        not(
          exists(
            selectFrom("action as former")
              .select("former.id")
              .whereRef("former.id", "=", "action.undoes_id")
              .where("former.by_id", "=", moderatorId)
              .where("former.at", ">=", since),
          ),
        ),
      ]),
    )
    .orderBy("id", "desc")
    .execute();
  const done: UndoneAll = { undone: 0, left: 0 };
  for (const { id } of acts) {
    // Whoever else asks something is answered between two acts.
    await setImmediate();
    try {
      await write(db, async (trx) => {
        await stillMay(trx, person, mayAdminister);
        await undoWithin(trx, person, await findAct(trx, id), { reason: why, now });
      });
      done.undone += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // One that came back along with another is undone.
      if (error.said.key === "deeds.act.undone") done.undone += 1;
      else done.left += 1;
    }
  }
  return done;
}

/** What has something that undoes it. */
const undoable: ActionKind[] = actionKinds.filter((kind) => actions[kind].undo !== null);
const onCases = undoable.filter((kind) => actions[kind].on === "case");
