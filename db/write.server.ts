/** The one way to write: a deed in a transaction, patient where another program holds the database or was quicker. */
import { setImmediate, setTimeout } from "node:timers/promises";
import { CompiledQuery } from "kysely";
import {
  engineOf,
  isConflict,
  keepsWaiting,
  mayBeConflict,
  takesNoWrites,
} from "./dialect.server.ts";
import type { Db, Trx } from "./open.server.ts";
import { letRunAtOnce } from "./prepared.server.ts";
import { isAway } from "./trouble.ts";

export { isAway } from "./trouble.ts";

/** Another program held the database, or was quicker, for as long as a writer tries; nothing was written. */
export class Busy extends Error {}

/** How long is waited before each further attempt on a database that another program holds, in milliseconds: with the waits of the engine some four seconds. */
const PAUSES = [50, 100, 200, 400, 800, 800];
/** The same where another process was quicker: such a meeting is short, and another may follow; some four seconds too. */
const QUICK_PAUSES = [0, 5, 10, 20, 40, ...Array<number>(40).fill(100)];

/** Deeds that share one commit at most: readers wait while they are done. */
const MOST_TOGETHER = 16;

/** A deed in line. */
interface Waiting {
  deed: (trx: Trx) => Promise<unknown>;
  answer: (answer: unknown) => void;
  fail: (error: unknown) => void;
  /** What the line had met when this one came. */
  failures: number;
  vain: unknown;
}

/** The writers of a database, one at a time, or on SQLite a few together. */
interface Line {
  waiting: Waiting[];
  isMoving: boolean;
  /** Attempts that found it held by another program: the engine stops everybody while it waits, so what the first in line finds counts for those behind. */
  failures: number;
  /** The last error for which was waited long: that it is away, or that a lock is not let go of. It counts for those who stood in line already, too. */
  vain: unknown;
}
const lines = new WeakMap<Db, Line>();

/** Runs a deed in a transaction, whole or not at all, as if no other ran at the same time, here or in another process; throws Busy when that does not come about. The deed may run several times. Given a transaction, it does the deed within that, whole or not at all as well. */
export function write<Answer>(db: Db | Trx, deed: (trx: Trx) => Promise<Answer>): Promise<Answer> {
  if (isWithin(db)) return doPart(db, deed);
  const line = lines.get(db) ?? { waiting: [], isMoving: false, failures: 0, vain: null };
  lines.set(db, line);
  return new Promise<Answer>((resolve, fail) => {
    const answer = resolve as (answer: unknown) => void;
    line.waiting.push({ deed, answer, fail, failures: line.failures, vain: line.vain });
    if (!line.isMoving) void move(db, line);
  });
}

const isWithin = (db: Db | Trx): db is Trx => db.isTransaction;

/** Runs one statement, which is whole by itself: on SQLite as a deed, which shares the commit of those who write at the same moment. */
export const writeOne = <Answer>(
  db: Db,
  statement: (handle: Db | Trx) => Promise<Answer>,
): Promise<Answer> => (engineOf(db) === "sqlite" ? write(db, statement) : statement(db));

/** Lets the line move until nobody is left in it. Never rejects. */
async function move(db: Db, line: Line) {
  line.isMoving = true;
  const isSqlite = engineOf(db) === "sqlite";
  while (line.waiting.length > 0) {
    // SQLite stops the process while a commit goes to the disk: whatever was asked meanwhile is heard, and shares the next.
    if (isSqlite) await setImmediate();
    const group = line.waiting.splice(0, isSqlite ? MOST_TOGETHER : 1);
    if (group.length > 1 && (await doTogether(db, line, group))) continue;
    for (const waiting of group) await doAlone(db, line, waiting);
  }
  line.isMoving = false;
}

async function doAlone(db: Db, line: Line, { deed, answer, fail, failures, vain }: Waiting) {
  if (line.vain !== vain) return fail(line.vain);
  await insist(db, deed, line, failures).then(answer, fail);
}

/** Does the deeds in one transaction, each whole or not at all, and answers when all is kept; false, with nothing kept or answered, where that does not go, be it for one of them. */
async function doTogether(db: Db, line: Line, group: Waiting[]): Promise<boolean> {
  let answers: (() => void)[] = [];
  const deeds = async (trx: Trx) => {
    answers = [];
    for (const waiting of group) answers.push(await doWithin(trx, waiting));
  };
  try {
    await insist(db, deeds, line, group[0]!.failures);
  } catch {
    return false;
  }
  for (const answer of answers) answer();
  return true;
}

/** Does a deed, or undoes what it did of it; answers how to tell. */
async function doWithin(trx: Trx, { deed, answer, fail }: Waiting): Promise<() => void> {
  try {
    const answered = await doPart(trx, deed);
    return () => answer(answered);
  } catch (error) {
    if (cannotWrite(error)) throw error;
    return () => fail(error);
  }
}

/** Does a deed as a part of a transaction, or undoes what it did and throws; where nothing can be written, the whole is for its caller to undo. */
async function doPart<Answer>(trx: Trx, deed: (trx: Trx) => Promise<Answer>): Promise<Answer> {
  await trx.executeQuery(begin);
  const answered = await deed(trx).catch(async (error: unknown) => {
    if (!cannotWrite(error)) {
      await trx.executeQuery(undo);
      await trx.executeQuery(keep);
    }
    throw error;
  });
  await trx.executeQuery(keep);
  return answered;
}

const begin = CompiledQuery.raw("savepoint deed");
const keep = CompiledQuery.raw("release deed");
const undo = CompiledQuery.raw("rollback to deed");

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
      return await db.transaction().setIsolationLevel("serializable").execute(doAtOnce(db, deed));
    } catch (error) {
      if (isAway(error) || keepsWaiting(error)) line.vain = error;
      const isTwin: boolean = mayBeConflict(error) && !hasMetTwin;
      hasMetTwin ||= isTwin;
      if (!isTwin && !isConflict(error)) throw error;
    }
    // Also after the last one: readers go on before the next in line tries.
    const pause = pauses[failed()] ?? pauses[0];
    conflicts += 1;
    line.failures += 1;
    if (pause) await setTimeout(pause);
  }
  throw new Busy("Another program holds the database.");
}

/** The same deed, whose prepared statements wait for nothing where the handle can do so. */
const doAtOnce =
  <Answer>(db: Db, deed: (trx: Trx) => Promise<Answer>) =>
  async (trx: Trx): Promise<Answer> => {
    const end = letRunAtOnce(db, trx);
    try {
      return await deed(trx);
    } finally {
      end();
    }
  };

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
