import { expect, test } from "vitest";
import { segmentsOf } from "#app/nudges/segments.ts";
import type { Passage } from "#app/substance/scores.ts";

const passage = (start: number, end: number, kind: Passage["kind"]): Passage => ({
  ...{ start, end, kind, reason: "", weight: 1 },
});

test("a text is cut where passages begin and end, and nothing of it is lost", () => {
  const text = "one two three four";
  const passages = [passage(0, 7, "insult"), passage(4, 13, "substance"), passage(4, 7, "insult")];
  expect(segmentsOf(text, passages)).toEqual([
    { text: "one ", kinds: ["insult"] },
    { text: "two", kinds: ["insult", "substance"] },
    { text: " three", kinds: ["substance"] },
    { text: " four", kinds: [] },
  ]);
  expect(segmentsOf(text, [])).toEqual([{ text, kinds: [] }]);
  expect(segmentsOf("", [])).toEqual([]);
});
