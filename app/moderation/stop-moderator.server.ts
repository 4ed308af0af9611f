/** One moderator alone empties no forum: so many removals, suspensions and closed threads in an hour, then somebody looks. */
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { limits, scaledPoints } from "../limits/limits.ts";
import { spanOf } from "../limits/span.ts";
import { tell } from "../notices/tell.server.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { say } from "../strings/say.ts";
import type { ActionKind } from "./actions.ts";

const counted: readonly ActionKind[] = ["remove", "spam", "suspend", "split", "merge", "lock"];
const KEY = "deeds.stopped";

/** Refuses with 429 where somebody has removed posts, suspended people, and locked, split or merged threads as often as one moderator may in so short a time, posts that went along with another counting each; `scale` is that of all limits. A press that begins below the bound is done whole, and may end beyond it: of a newcomer's flood nothing is left standing, which one undoing gives back, and the next press waits until less than the bound counts again. */
export async function boundPower(
  trx: Trx,
  person: Person,
  kind: ActionKind,
  now: number,
  scale: number,
): Promise<void> {
  if (!counted.includes(kind)) return;
  const { seconds } = limits["power.moderator"];
  const most = scaledPoints("power.moderator", scale);
  const acts = await trx
    .selectFrom("action")
    .select("at")
    .where("by_id", "=", person.id)
    .where("at", ">", now - seconds)
    .where("kind", "in", [...counted])
    .where("undoes_id", "is", null)
    .orderBy("at")
    .execute();
  if (acts.length < most) return;
  const wait = acts[acts.length - most]!.at + seconds - now;
  throw new Refusal(429, { key: KEY, values: { most, ...spanOf(wait) } }, wait);
}

/** Waits for a deed of power; where the bound stopped it, administrators are told, once in as long as it counts. */
export async function tellOfStop<Answer>(
  db: Db,
  person: Person,
  done: Promise<Answer>,
  now: number,
): Promise<Answer> {
  try {
    return await done;
  } catch (error) {
    if (error instanceof Refusal && error.said.key === KEY) await recordStop(db, person, now);
    throw error;
  }
}

function recordStop(db: Db, person: Person, now: number) {
  return write(db, async (trx) => {
    const told = await trx
      .selectFrom("event")
      .select("id")
      .where("kind", "=", "moderator-stopped")
      .where("about_id", "=", person.id)
      .where("at", ">", now - limits["power.moderator"].seconds)
      .executeTakeFirst();
    if (told) return;
    const reason = say("deeds.stopped.reason");
    const id = await recordEvent(trx, {
      ...{ kind: "moderator-stopped", at: now, aboutId: person.id, reason },
    });
    const administrators = await trx
      .selectFrom("person")
      .select("id")
      .where("role", "=", "administrator")
      .execute();
    for (const { id: personId } of administrators) {
      await tell(trx, {
        ...{ personId, kind: "case", subject: `moderator-stopped:${person.id}` },
        ...{ aboutId: id, details: { kind: "moderator-stopped", name: person.name }, now },
      });
    }
  });
}
