import { expect, test } from "vitest";
import { type Goal, isMissed, type Measured, missesFirst } from "#app/nudges/measured.ts";
import measured from "#app/substance/measured.json";

const goal = (what: string, found: number, reach: number, atMost = false): Goal => ({
  ...{ what, found, reach, atMost },
});

test("goals that are missed stand first, the most missed before the others", () => {
  const goals = [
    goal("kept", 0.9, 0.8),
    goal("missed a little", 0.79, 0.8),
    goal("too many", 0.3, 0.1, true),
    goal("few", 0.02, 0.04, true),
  ];
  expect(goals.map(isMissed)).toEqual([false, true, true, false]);
  expect(missesFirst(goals).map(({ what }) => what)).toEqual([
    "too many",
    "missed a little",
    "few",
    "kept",
  ]);
});

test("what was measured is told in figures", () => {
  const { goals, tables } = measured as Measured;
  for (const { what, found, reach } of goals) {
    expect([typeof what, Number.isFinite(found), Number.isFinite(reach)]).toEqual([
      "string",
      true,
      true,
    ]);
  }
  for (const { head, rows } of tables) {
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  }
});
