import { expect, test } from "vitest";
import { adviceOn } from "#app/nudges/advice.ts";
import { en } from "#app/strings/en.ts";
import { adviceNames } from "#app/substance/worth/advice.ts";

const scores = { insult: 0, substance: 0.3, passages: [], judged: true };
const text = "Prices fell by 40 % when the weights were opened, and all of the labs are fine.";

test("a number without a source is asked about, and nothing in another language", () => {
  expect(adviceOn(text, scores)).toContain("source");
  expect(adviceOn(text, { ...scores, judged: false })).toEqual([]);
});

test("every advice has its words", () => {
  expect(adviceNames.filter((name) => !(`substance.advice.${name}` in en))).toEqual([]);
});
