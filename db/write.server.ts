/** The one way to write: a deed in a transaction, patient where another program holds the database or was quicker. */
import { setTimeout } from "node:timers/promises";
import {
  engineOf,
  isConflict,
  keepsWaiting,
  mayBeConflict,
  takesNoWrites,
} from "./dialect.server.ts";
import type { Db, Trx } from "./open.server.ts";
import { isAway } from "./trouble.ts";

export { isAway } from "./trouble.ts";

/** Another program held the database, or was quicker, for as long as a writer tries; nothing was written. */
export class Busy extends Error {}

/** How long is waited before each further attempt on a database that another program holds, in milliseconds: with the waits of the engine some four seconds. */
const PAUSES = [50, 100, 200, 400, 800, 800];
/** The same where another process was quicker: such a meeting is short, and another may follow; some four seconds too. */
const QUICK_PAUSES = [0, 5, 10, 20, 40, ...Array<number>(40).fill(100)];

/** The writers of a database, one at a time. */
interface Line {
  end: Promise<unknown>;
  /** Attempts that found it held by another program: the engine stops everybody while it waits, so what the first in line finds counts for those behind. */
  failures: number;
  /** The last error for which was waited long: that it is away, or that a lock is not let go of. It counts for those who stood in line already, too. */
  vain: unknown;
}
const lines = new WeakMap<Db, Line>();

/** Runs a deed in a transaction, whole or not at all, as if no other ran at the same time, here or in another process; throws Busy when that does not come about. The deed may run several times. */
export function write<Answer>(db: Db, deed: (trx: Trx) => Promise<Answer>): Promise<Answer> {
  const line = lines.get(db) ?? { end: Promise.resolve(), failures: 0, vain: null };
  lines.set(db, line);
  const { failures, vain } = line;
  const turn = line.end.then(() => {
    if (line.vain !== vain) throw line.vain;
    return insist(db, deed, line, failures);
  });
  line.end = turn.catch(() => {});
  return turn;
}

async function insist<Answer>(
  db: Db,
  deed: (trx: Trx) => Promise<Answer>,
  line: Line,
  before: number,
) {
  const isShared = engineOf(db) === "postgres";
  const pauses = isShared ? QUICK_PAUSES : PAUSES;
  let conflicts = 0;
  let hasMetTwin = false;
  const failed = () => (isShared ? conflicts : line.failures - before);
  while (failed() <= pauses.length) {
    try {
      return await db.transaction().setIsolationLevel("serializable").execute(deed);
    } catch (error) {
      if (isAway(error) || keepsWaiting(error)) line.vain = error;
      const isTwin: boolean = mayBeConflict(error) && !hasMetTwin;
      hasMetTwin ||= isTwin;
      if (!isTwin && !isConflict(error)) throw error;
    }
    const pause = pauses[failed()];
    conflicts += 1;
    line.failures += 1;
    if (pause) await setTimeout(pause);
  }
  throw new Busy("Another program holds the database.");
}

/** Whether an error says that nothing can be written at this moment: another program holds the database, its disk takes nothing, or it is away. */
export const cannotWrite = (error: unknown) =>
  error instanceof Busy || isAway(error) || isConflict(error) || takesNoWrites(error);

/** Waits for a write that a reader need not wait for; null where nothing can be written at this moment. */
export const orLeaveOut = <Answer>(written: Promise<Answer>): Promise<Answer | null> =>
  written.catch((error: unknown) => {
    if (!cannotWrite(error)) throw error;
    return null;
  });

/** Attempts that are left out after one that failed. */
const LEFT_OUT = 20;
const toLeaveOut = new WeakMap<Db, number>();

/** Writes what a reader need not wait for; null where nothing can be written at this moment. Having found that, it leaves out the next, for where another program holds the database each attempt keeps everybody waiting. */
export async function writeInPassing<Answer>(
  db: Db,
  deed: () => Promise<Answer>,
): Promise<Answer | null> {
  const left = toLeaveOut.get(db) ?? 0;
  if (left > 0) {
    toLeaveOut.set(db, left - 1);
    return null;
  }
  try {
    return await deed();
  } catch (error) {
    if (!cannotWrite(error)) throw error;
    toLeaveOut.set(db, LEFT_OUT);
    return null;
  }
}
