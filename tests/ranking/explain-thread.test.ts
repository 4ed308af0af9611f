import { expect, test } from "vitest";
import { explainThread } from "#app/ranking/explain-thread.ts";
import { threadKey } from "#app/ranking/thread-key.ts";
import { START } from "../forum.ts";

const replies = (...authors: number[]) => authors.map((author) => ({ author, insult: 0 }));
const quarrel = Array.from({ length: 20 }, (_, place) => ({ author: place % 2, insult: 0.9 }));

const cases = [
  { opening: 0.5, gains: [], lately: [] },
  { opening: 0.9, gains: [0.3, 0.04, 0, 2.2], lately: replies(1, 2, 3, 1) },
  { opening: 0.2, gains: [0.1], lately: quarrel },
  { opening: 0, gains: [9, 9], lately: replies(...Array(20).fill(1)) },
];

test.each(cases)("the hours of a thread add up to its place on the front page", (parts) => {
  const told = explainThread({ ...parts, at: START, startedAt: START });
  const total = told.at(-1)!;
  // To the half hour that each part is rounded to.
  const exact = (threadKey({ ...parts, at: START }) * 45_000 - START) / 3_600;
  expect(Math.abs(total.hours! - exact)).toBeLessThanOrEqual(0.75);
  expect(total.at).toBe(START + Math.round(total.hours! * 3_600));
});

test("each person counts, not each reply, and a quarrel costs hours", () => {
  const hoursOf = (parts: (typeof cases)[number], key: string) =>
    explainThread({ ...parts, at: START, startedAt: START }).find(({ label }) => label.key === key)!
      .hours!;
  const people = "why.people.label";
  expect(hoursOf({ ...cases[0]!, gains: [0.5, 0.5] }, people)).toBeGreaterThan(
    hoursOf({ ...cases[0]!, gains: [1] }, people),
  );
  expect(hoursOf(cases[2]!, "why.heat.label")).toBe(-31);
  expect(hoursOf(cases[1]!, "why.heat.label")).toBe(0);
});

test("of an opening post whose counts are hidden no hours are told, whatever it has", () => {
  const told = (gains: number[]) =>
    explainThread({ opening: null, gains, lately: [], at: START, startedAt: START });
  expect(told([0.4]).map(({ hours }) => hours)).toEqual([0, null, null, 0]);
  expect(told([0.4])[1]).toEqual(told([])[1]);
});
