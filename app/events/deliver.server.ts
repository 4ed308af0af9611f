import type { Db } from "#db/open.server.ts";
import { type Consequences, consequences } from "./consequences.server.ts";
import { hasConsequences, type Recorded } from "./event.ts";
import { readEvents } from "./read-events.server.ts";
import { dropDeliveries, keepFailure, takeDeliveries } from "./take-deliveries.server.ts";

/** Writes down what broke, and answers the reference by which to find it. */
type Report = (error: unknown, where: string) => string;

/** Takes a few events that are due and lets what follows from them follow; answers how many it took. What fails is told to `report`, is due again after a pause, and holds up nothing else. Throws where the database is away; what was taken is then due again when its lease ends. */
export async function deliverEvents(
  db: Db,
  now: number,
  report: Report,
  table: Consequences = consequences,
): Promise<number> {
  const taken = await takeDeliveries(db, now);
  const attempts = new Map(taken.map((one) => [one.id, one.attempts]));
  const delivered: number[] = [];
  for (const event of await readEvents(db, [...attempts.keys()])) {
    const failure = await follow(db, event, now, report, table);
    if (failure === null) delivered.push(event.id);
    else await keepFailure(db, { id: event.id, attempts: attempts.get(event.id)! }, failure);
  }
  await dropDeliveries(db, delivered);
  return taken.length;
}

/** Runs each consequence of an event, whether or not the one before it failed; answers what failed, in no words that people wrote, or null. */
async function follow(
  db: Db,
  event: Recorded,
  now: number,
  report: Report,
  table: Consequences,
): Promise<string | null> {
  const failures: string[] = [];
  for (const consequence of hasConsequences(event.kind) ? table[event.kind] : []) {
    try {
      await consequence(db, event, now);
    } catch (error) {
      const reference = report(error, `event ${event.id}, ${event.kind}: ${consequence.name}`);
      failures.push(`${consequence.name}: ${kindOf(error)}, ${reference}`);
    }
  }
  return failures.join("; ") || null;
}

/** The code or the name of an error; its message may hold what somebody wrote. */
function kindOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? typeof error);
}
