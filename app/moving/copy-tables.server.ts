/** Every row of a forum from one side to the other, in batches, with the checksum of each table. */
import { setImmediate } from "node:timers/promises";
import { Stopped } from "./cannot-move.ts";
import { Checksum } from "./checksum.server.ts";
import type { Side, Source, Target } from "./side.ts";
import { keyOf, type Row, type Table } from "./table.ts";

/** What came of a table on one side. */
export interface Sum {
  table: string;
  rows: number;
  checksum: string;
  lastId: number;
}

/** Who looks on and may interrupt. */
export interface Watch {
  /** Rows of the table so far, of how many, and the share of the whole. */
  show(deed: "copied" | "checked", table: string, rows: number, of: number, share: number): void;
  isStopped(): boolean;
}

/** Rows of the first batch; those that follow have about as many letters as fit below. */
const FIRST = 100;
const MOST_ROWS = 2_000;
const MOST_LETTERS = 2_000_000;

/** Copies all tables; answers what was read. */
export const copyTables = (source: Source, target: Target, watch: Watch): Promise<Sum[]> =>
  goThrough(source, watch, "copied", {
    take: (table, rows) => target.insert(table, rows),
    end: (table, lastId) => target.finish(table, lastId),
  });

/** Reads all tables. */
export const sumTables = (side: Side, watch: Watch): Promise<Sum[]> =>
  goThrough(side, watch, "checked", { take: async () => {}, end: async () => {} });

interface Hands {
  take(table: Table, rows: readonly Row[]): Promise<void>;
  end(table: Table, lastId: number): Promise<void>;
}

async function goThrough(
  side: Side,
  watch: Watch,
  deed: "copied" | "checked",
  hands: Hands,
): Promise<Sum[]> {
  const counts = [];
  for (const table of side.tables) counts.push({ table, of: await side.count(table) });
  const whole = counts.reduce((sum, { of }) => sum + of, 0);
  let done = 0;
  const sums: Sum[] = [];
  for (const { table, of } of counts) {
    const checksum = new Checksum();
    for await (const rows of batches(side, table)) {
      // What is done to a file of SQLite stands still here: an interrupt is heard in between.
      await setImmediate();
      if (watch.isStopped()) throw new Stopped();
      for (const row of rows) checksum.add(row);
      await hands.take(table, rows);
      done += rows.length;
      watch.show(deed, table.name, checksum.rows, of, done / whole);
    }
    const lastId = await side.lastId(table);
    await hands.end(table, lastId);
    if (of === 0) watch.show(deed, table.name, 0, 0, whole === 0 ? 1 : done / whole);
    sums.push({ table: table.name, rows: checksum.rows, checksum: checksum.digest(), lastId });
  }
  return sums;
}

async function* batches(side: Side, table: Table): AsyncGenerator<Row[]> {
  let after: Row | null = null;
  let limit = FIRST;
  for (;;) {
    const rows: Row[] = await side.readAfter(table, after, limit);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    after = keyOf(table, last);
    limit = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_LETTERS / lettersOf(rows))));
  }
}

/** Letters of a row, on the average. */
function lettersOf(rows: readonly Row[]): number {
  let letters = rows.length;
  for (const row of rows) {
    for (const value of row) if (typeof value === "string") letters += value.length;
  }
  return letters / rows.length;
}
