import { expect, test } from "vitest";
import { carefulScorer } from "#app/nudges/careful-scorer.ts";
import { weighWords } from "#app/nudges/nudge.ts";
import type { Scores } from "#app/substance/scores.ts";
import { CIVIL, INSULT, scorer } from "./scorer.ts";

test("a scorer is got once, at the first text", () => {
  let loads = 0;
  const used = carefulScorer(
    () => {
      loads += 1;
      return scorer;
    },
    () => {},
  );
  expect(loads).toBe(0);
  expect(weighWords(used(), { body: INSULT }).nudge?.rule).toBe("name");
  expect(weighWords(used(), { body: INSULT }).nudge?.rule).toBe("name");
  expect(loads).toBe(1);
});

test("a scorer that cannot be had, or fails, is reported, and nobody is asked", () => {
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  const broken = () => {
    throw new Error("no weights");
  };
  const none = carefulScorer(broken, report);
  expect([none(), none()]).toEqual([undefined, undefined]);
  expect(reported).toHaveLength(1);
  const failing = carefulScorer(() => broken, report);
  expect(weighWords(failing(), { body: INSULT })).toMatchObject({ nudge: null, advice: [] });
  expect(reported).toHaveLength(2);
});

test("what a civil text is worth is worked out where somebody is advised, and not before", () => {
  const reported: unknown[] = [];
  let asked = 0;
  const load = () => (markdown: string) => ({
    ...scorer(markdown),
    get substance(): number {
      asked += 1;
      throw new Error("no weights");
    },
  });
  const used = carefulScorer(load, (error) => reported.push(error));
  const weighed = weighWords(used(), { body: CIVIL });
  expect([weighed.nudge, asked]).toEqual([null, 0]);
  expect(weighed.advice).toEqual([]);
  expect(asked).toBe(1);
  expect(reported).toHaveLength(1);
});

test("what of a text's worth fails is tried once and reported once, however often it is asked for", () => {
  const reported: unknown[] = [];
  const failing = () => {
    throw new Error("no weights");
  };
  const worthless = { insult: 0, judged: true };
  Object.defineProperties(worthless, { substance: { get: failing }, passages: { get: failing } });
  const used = carefulScorer(
    () => () => worthless as Scores,
    (error) => reported.push(error),
  );
  const scores = used()!(CIVIL);
  expect([scores.substance, scores.substance]).toEqual([0, 0]);
  expect([scores.passages, scores.passages]).toEqual([[], []]);
  expect(reported).toHaveLength(2);
  expect(used()!(CIVIL).substance).toBe(0);
  expect(reported).toHaveLength(3);
});
