import { expect, test } from "vitest";
import { learnInsults } from "#app/substance/training/learn.ts";
import { learnTone } from "#app/substance/training/learn-tone.ts";
import { type Read, readRow } from "#app/substance/training/lessons.ts";
import { readOwn } from "#app/substance/training/read-rows.server.ts";
import type { Row } from "#app/substance/training/row.ts";
import { readWeights } from "#app/substance/weights.ts";

const rows = readOwn<Row>().slice(0, 400);
const learn = () =>
  learnInsults(rows.map((row) => readRow("own", row)).filter((read): read is Read => !!read));

test("the same sentences give the same weights, to the byte", () => {
  const weights = learn();
  expect(Buffer.compare(weights, learn())).toBe(0);
  expect(readWeights(weights).insultBase).not.toBe(0);
});

test("the same texts give the same tone", () => {
  const examples = rows
    .slice(0, 60)
    .map(({ text, insult = 0 }) => ({ text, label: insult, weight: 1 }));
  const common = rows.slice(0, 60).map(({ text }) => text);
  expect(learnTone(examples, common)).toEqual(learnTone(examples, common));
});
