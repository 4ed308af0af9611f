import { expect, test } from "vitest";
import { quoted } from "#app/strings/quoted.ts";

test("words stand between quotation marks once, whatever they begin and end with", () => {
  expect(quoted("Open weights")).toBe("“Open weights”");
  expect(quoted("“I would” is no reason")).toBe("“I would” is no reason");
  expect(quoted('Who said "open"')).toBe('Who said "open"');
  expect(quoted("«Ouvert»")).toBe("«Ouvert»");
});
