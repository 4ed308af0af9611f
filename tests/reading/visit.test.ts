import { expect, test } from "vitest";
import { openThread, VISIT_LASTS, WRITTEN_EVERY } from "#app/reading/visit.ts";
import { START } from "../forum.ts";

const MINUTE = 60;
const row = { seenId: 5, seenAt: START - 86_400, latestId: 8, visitedAt: START };

test("on a first visit everything is seen", () => {
  expect(openThread(null, { latestId: 8, now: START })).toEqual({
    seenId: 8,
    seenAt: START,
    latestId: 8,
    visitedAt: START,
  });
});

test("a visit goes on while the thread is opened again within half an hour, and what was new stays new", () => {
  const now = START + VISIT_LASTS;
  expect(openThread(row, { latestId: 9, now })).toEqual({ ...row, latestId: 9, visitedAt: now });
});

test("after more than half an hour a new visit begins: what was there at the last is seen", () => {
  // The last page of the visit may be ten minutes younger than what was written of it.
  const now = START + VISIT_LASTS + WRITTEN_EVERY + 1;
  expect(openThread(row, { latestId: 9, now: now - 1 }).seenId).toBe(5);
  expect(openThread(row, { latestId: 9, now })).toEqual({
    seenId: 8,
    seenAt: START,
    latestId: 9,
    visitedAt: now,
  });
});

test("reading on writes nothing for ten minutes, unless somebody posts", () => {
  const opened = (minutes: number, latestId = 8) =>
    openThread(row, { latestId, now: START + minutes * MINUTE });
  expect(opened(1)).toBe(row);
  expect(opened(9.9)).toBe(row);
  expect(opened(WRITTEN_EVERY / MINUTE)).not.toBe(row);
  expect(opened(1, 9)).not.toBe(row);
});

test("a clock that was put back begins no visit", () => {
  expect(openThread(row, { latestId: 8, now: START - 3600 })).toBe(row);
});
