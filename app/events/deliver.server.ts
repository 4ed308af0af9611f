import type { Db } from "#db/open.server.ts";
import { type Consequences, consequences } from "./consequences.server.ts";
import { hasConsequences, type Recorded } from "./event.ts";
import { readEvents } from "./read-events.server.ts";
import { dropDeliveries, keepFailure, takeDeliveries } from "./take-deliveries.server.ts";

/** Writes down what broke, and answers the reference by which to find it. */
type Report = (error: unknown, where: string) => string;

/** Takes a few events that are due and lets what follows from them follow; answers how many it took. What fails is told to `report`, is due again after a pause, and holds up nothing else. Throws where the database is away, once nothing runs any more that it began; what was taken and not delivered is then due again when its lease ends. */
export async function deliverEvents(
  db: Db,
  now: number,
  report: Report,
  table: Consequences = consequences,
): Promise<number> {
  const taken = await takeDeliveries(db, now);
  const attempts = new Map(taken.map((one) => [one.id, one.attempts]));
  const delivered: number[] = [];
  const following: Promise<void>[] = [];
  const lastOf = new Map<number, Promise<void>>();
  const finish = async (event: Recorded, letNext: () => void) => {
    const failure = await follow({ db, now, report, table, letNext }, event);
    if (failure === null) delivered.push(event.id);
    else await keepFailure(db, { id: event.id, attempts: attempts.get(event.id)! }, failure);
  };
  try {
    for (const event of await readEvents(db, [...attempts.keys()])) {
      const { postId = 0 } = event;
      // What follows from a post looks at what followed from it before.
      await lastOf.get(postId);
      await new Promise<void>((letNext, fail) => {
        const finished = finish(event, letNext);
        lastOf.set(postId, finished);
        following.push(finished);
        finished.then(letNext, fail);
      });
    }
    await Promise.all(following);
  } finally {
    // Whoever stops waits for all of them, and closes the database then.
    await Promise.allSettled(following);
    await dropDeliveries(db, delivered);
  }
  return taken.length;
}

interface Following {
  db: Db;
  now: number;
  report: Report;
  table: Consequences;
  letNext: () => void;
}

/** Runs each consequence of an event, whether or not the one before it failed; answers what failed, in no words that people wrote, or null. */
async function follow(
  { db, now, report, table, letNext }: Following,
  event: Recorded,
): Promise<string | null> {
  const failures: string[] = [];
  for (const consequence of hasConsequences(event.kind) ? table[event.kind] : []) {
    try {
      await consequence(db, event, now, letNext);
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
