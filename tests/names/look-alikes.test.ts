import { expect, test } from "vitest";
import { knownLooks, lookOf } from "#app/names/look-alikes.ts";

test("however many letters are asked for, few are kept, and each looks the same when asked again", () => {
  const letters = Array.from({ length: 6_000 }, (_, at) => String.fromCodePoint(0x4e00 + at));
  const looks = letters.map(lookOf);
  expect(knownLooks()).toBe(5_000);
  expect(letters.map(lookOf)).toEqual(looks);
  expect(lookOf("\u0430")).toBe("a");
  expect(lookOf("A")).toBe("a");
});
