/** What was read on one side beside what stands on the other. */
import type { Sum } from "./copy-tables.server.ts";

/** Whether both sides have the same tables with the same rows, and give out the same ids from here on. */
export function areEqual(one: readonly Sum[], other: readonly Sum[]): boolean {
  const written = (sums: readonly Sum[]) =>
    JSON.stringify(
      sums.map(({ table, rows, checksum, lastId }) => [table, rows, checksum, lastId]).sort(),
    );
  return written(one) === written(other);
}

/** As many digits of a checksum as are shown. */
const DIGITS = 16;

/** Tables, counts and checksums of both sides, one line for each table. */
export function writeSums(
  one: readonly Sum[],
  other: readonly Sum[],
  names: readonly [string, string],
): string {
  const lines = one.map((sum) => {
    const there = other.find(({ table }) => table === sum.table);
    const isEqual = there !== undefined && areEqual([sum], [there]);
    return [
      sum.table,
      String(sum.rows),
      String(there?.rows ?? "none"),
      sum.checksum.slice(0, DIGITS),
      there?.checksum.slice(0, DIGITS) ?? "none",
      isEqual ? "equal" : "DIFFERS",
    ];
  });
  const heads = ["table", "rows", "rows", "checksum", "checksum", ""];
  return columns([["", ...names, ...names, ""], heads, ...lines]);
}

/** Cells below one another. */
function columns(rows: readonly string[][]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, place) => Math.max(cell.length, widest[place] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
