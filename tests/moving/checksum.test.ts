import { expect, test } from "vitest";
import { Checksum } from "#app/moving/checksum.server.ts";
import type { Row, Value } from "#app/moving/table.ts";
import { dice } from "./random-rows.ts";

function sum(rows: readonly Row[]) {
  const checksum = new Checksum();
  for (const row of rows) checksum.add(row);
  return checksum.digest();
}

test("values that look alike, and cells that run into one another, have other checksums", () => {
  const tables: Row[][] = [
    [],
    [[null]],
    [[""]],
    [[0]],
    [["0"]],
    [[1]],
    [[-1]],
    [["\u0000"]],
    [["null"]],
    [["a", "bc"]],
    [["ab", "c"]],
    [["abc", ""]],
    [["", "abc"]],
    [["e\u0301"]],
    [["é"]],
    [[null, ""]],
    [["", null]],
    [["a"], ["b"]],
    [["b"], ["a"]],
    [["x".repeat(70_000)]],
    [["x".repeat(70_001)]],
    [["x".repeat(65_536)]],
  ];
  expect(new Set(tables.map(sum)).size).toBe(tables.length);
});

test("changing any one cell changes the checksum", () => {
  const draw = dice(1);
  const value = (): Value =>
    [null, draw(10), -draw(2 ** 31), "é".repeat(draw(40_000)), String(draw(99))][draw(5)] ?? null;
  for (let round = 0; round < 200; round += 1) {
    const rows = Array.from({ length: 1 + draw(8) }, () => [value(), value(), value()]);
    const before = sum(rows);
    const [row, column] = [draw(rows.length), draw(3)];
    const other = value();
    const isSame = rows[row]?.[column] === other;
    const changed = rows.map((cells, place) => (place === row ? cells.with(column, other) : cells));
    expect(sum(changed) === before).toBe(isSame);
  }
});

test("a number that no forum holds is refused", () => {
  for (const number of [0.5, 2 ** 53, Number.NaN]) expect(() => sum([[number]])).toThrow();
});
