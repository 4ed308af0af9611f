import { expect, test } from "vitest";
import { spanOf } from "#app/limits/span.ts";
import { say } from "#app/strings/say.ts";

test.each([
  [0.2, "one second"],
  [1, "one second"],
  [120, "120 seconds"],
  [121, "3 minutes"],
  [3600, "60 minutes"],
  [7199, "120 minutes"],
  [7200, "2 hours"],
  [7201, "about 2 hours"],
  [71_233, "about 20 hours"],
  [86_400, "24 hours"],
])("a wait of %d seconds is told as %s", (seconds, words) => {
  expect(say("standing.limit.lines", spanOf(seconds))).toBe(`One line to an author in ${words}.`);
});
