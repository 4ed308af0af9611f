/** A whole forum from one database to another, on either engine. */
import { realpathSync } from "node:fs";
import { migrations } from "#db/migrations/all.ts";
import { isAddress, schemeOf } from "./address.ts";
import { CannotMove } from "./cannot-move.ts";
import { areEqual } from "./compare-sums.ts";
import { copyTables, type Sum, sumTables, type Watch } from "./copy-tables.server.ts";
import { openSource } from "./open-source.server.ts";
import { openPostgresTarget } from "./postgres-target.server.ts";
import type { Source, Target } from "./side.ts";
import { openSqliteTarget } from "./sqlite-target.server.ts";
import { differenceOf } from "./table.ts";

export interface Moved {
  from: Sum[];
  to: Sum[];
  /** Where not, nothing was kept. */
  isEqual: boolean;
}

/** Moves the forum at one address to an empty database at another, whole or not at all; throws CannotMove or Stopped. What is read is never changed. */
export async function moveForum(from: string, to: string, watch: Watch): Promise<Moved> {
  checkApart(from, to);
  const source = await openSource(from);
  try {
    if (!to.startsWith("file:")) await checkLetters(source);
    return await fillTarget(source, () => openTarget(to), watch);
  } finally {
    await source.close();
  }
}

/** Throws CannotMove where a text cannot be kept by PostgreSQL. */
export async function checkLetters(source: Source) {
  const nul = await source.findNul();
  if (!nul) return;
  throw new CannotMove(
    `PostgreSQL cannot keep the character NUL, and there is one in ${nul.table}.${nul.column} of the row ${nul.key.join(", ")}. Take it out, then run this again.`,
  );
}

/** Copies a source into a target that is opened when the source is known to fit, and keeps it only when both are equal. */
export async function fillTarget(
  source: Source,
  open: () => Promise<Target>,
  watch: Watch,
): Promise<Moved> {
  const target = await open();
  try {
    const difference = differenceOf(source.tables, target.tables);
    if (difference) {
      throw new CannotMove(
        `${source.place} and ${target.place} have other tables, though both have version ${migrations.length}: ${difference}. Name a new database.`,
      );
    }
    const read = await copyTables(source, target, watch);
    const written = await sumTables(target, watch);
    const isEqual = areEqual(read, written);
    if (isEqual) await target.keep();
    else await target.abandon();
    return { from: read, to: written, isEqual };
  } catch (error) {
    await target.abandon();
    throw error;
  }
}

async function openTarget(address: string): Promise<Target> {
  if (address.startsWith("file:")) return openSqliteTarget(address.slice("file:".length));
  return openPostgresTarget(address, { isGivenUp: false });
}

function checkApart(from: string, to: string) {
  const wrong = [from, to].find((address) => !isAddress(address));
  if (wrong !== undefined) {
    throw new CannotMove(
      `An address is like file:data/forum.db or postgres://name:password@host:5432/forum, not "${schemeOf(wrong)}:…".`,
    );
  }
  if (placeOf(from) === placeOf(to)) {
    throw new CannotMove("Both addresses lead to the same database. Name a new one to move to.");
  }
}

function placeOf(address: string): string {
  if (!address.startsWith("file:")) return address;
  try {
    return realpathSync(address.slice("file:".length));
  } catch {
    return address;
  }
}
