import { expect, test } from "vitest";
import { breakerTrips } from "#app/ranking/breaker.ts";

const decisions = (count: number, reversed: number) =>
  Array.from({ length: count }, (_, i) => i < reversed);

test("hiding before review stops once more than six of the last forty decisions were reversed", () => {
  expect(breakerTrips(decisions(40, 6))).toBe(false);
  expect(breakerTrips(decisions(40, 7))).toBe(true);
});

test("it waits for forty decisions and forgets older ones", () => {
  expect(breakerTrips(decisions(39, 39))).toBe(false);
  expect(breakerTrips([...decisions(40, 40), ...decisions(40, 0)])).toBe(false);
});
