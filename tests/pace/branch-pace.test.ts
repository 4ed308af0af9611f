import { expect, test } from "vitest";
import { type PaceFacts, roundsOf, type Why, waitOf } from "#app/pace/branch-pace.ts";
import { needsPace } from "#app/pace/personal-pace.ts";

const NOW = 1_000_000;
const MINUTE = 60;

const calm: PaceFacts = {
  ...{ now: NOW, threadId: 1, branchId: 10, own: [], slowSeconds: null },
  ...{ isQuiet: false, isSlowed: false, flagsAbove: 0, flagsOwn: 0, rounds: 0 },
  ...{ answerers: 0, lastAnswerAt: null },
};
/** One's own reply, so many minutes ago. */
const ago = (minutes: number, threadId = 1, branchId = 10) => ({
  own: [{ threadId, branchId, at: NOW - minutes * MINUTE }],
});

type Case = [string, Partial<PaceFacts>, [Why, number] | null];
const cases: Case[] = [
  ["nothing written lately", {}, null],
  ["a minute ago in the same branch", ago(1), ["branch", 1]],
  ["two minutes ago in the same branch", ago(2), null],
  ["a minute ago in another branch", ago(1, 1, 11), null],
  ["a minute ago in another thread", ago(1, 2, 20), null],
  ["an answer to the opening post begins a branch", { ...ago(1), branchId: null }, null],
  ["three flags above", { ...ago(1), flagsAbove: 3 }, ["branch", 4]],
  [
    "three flags above and two on one's own",
    { ...ago(1), flagsAbove: 3, flagsOwn: 2 },
    ["branch", 6],
  ],
  ["a hundred flags", { ...ago(1), flagsAbove: 100 }, ["branch", 29]],
  ["flags where one has written nothing", { flagsAbove: 3 }, null],
  ["four rounds", { ...ago(3), rounds: 4 }, null],
  ["five rounds", { ...ago(3), rounds: 5 }, ["rounds", 27]],
  ["five rounds, half an hour later", { ...ago(30), rounds: 5 }, null],
  ["slow mode", { ...ago(1, 1, 11), slowSeconds: 300 }, ["slow", 4]],
  ["slow mode of another thread", { ...ago(1, 2, 20), slowSeconds: 300 }, null],
  ["a quiet thread", { ...ago(20, 1, 11), isQuiet: true }, ["quiet", 40]],
  ["a quiet thread, for the first time", { ...ago(20, 2, 20), isQuiet: true }, null],
  ["one reply an hour", { ...ago(20, 2, 20), isSlowed: true }, ["personal", 40]],
  [
    "the longest holds",
    { ...ago(1), isQuiet: true, isSlowed: true, slowSeconds: 60 },
    ["personal", 59],
  ],
  ["five people answered", { answerers: 5, lastAnswerAt: NOW - MINUTE }, null],
  ["six people answered", { answerers: 6, lastAnswerAt: NOW - MINUTE }, ["crowd", 9]],
  ["six, but none for ten minutes", { answerers: 6, lastAnswerAt: NOW - 10 * MINUTE }, null],
  ["six answered other posts of the author", { answerers: 6, lastAnswerAt: null }, null],
];

test.each(cases)("%s", (_, facts, wait) => {
  const found = waitOf({ ...calm, ...facts }, 1);
  expect(found && [found.why, (found.until - NOW) / MINUTE]).toEqual(wait);
});

test("limits that are scaled up shorten every wait and need a greater crowd; none at all wait for nothing", () => {
  const facts = {
    ...calm,
    ...ago(0),
    isQuiet: true,
    isSlowed: true,
    answerers: 59,
    lastAnswerAt: NOW,
  };
  expect(waitOf(facts, 10)).toEqual({ why: "personal", until: NOW + 360 });
  const alone = { ...calm, answerers: 59, lastAnswerAt: NOW };
  expect(waitOf(alone, 10)).toBeNull();
  expect(waitOf({ ...alone, answerers: 60 }, 10)).toEqual({ why: "crowd", until: NOW + 60 });
  const inBranch = { ...calm, ...ago(0) };
  expect(waitOf(inBranch, 20)).toEqual({ why: "branch", until: NOW + 6 });
  expect(waitOf(inBranch, 100), "some seconds cool nothing").toBeNull();
  expect(waitOf(facts, Number.POSITIVE_INFINITY)).toBeNull();
});

test.each([
  ["nobody above", [], 0],
  ["one answer", [2], 0],
  ["one round", [2, 1], 1],
  ["five rounds", [2, 1, 2, 1, 2, 1, 2, 1, 2, 1], 5],
  ["a third person came between", [2, 1, 2, 1, 3, 1, 2, 1, 2, 1], 2],
  ["answering oneself", [1, 2, 1, 2], 0],
] as const)("rounds between two: %s", (_, authors, rounds) => {
  expect(roundsOf([...authors], 1)).toBe(rounds);
});

test("somebody is slowed by three upheld insults in three threads that three people flagged, and by nothing less", () => {
  const upheld = [1, 2, 3].map((threadId) => ({ threadId, flaggerIds: [threadId + 10] }));
  expect(needsPace(upheld)).toBe(true);
  expect(needsPace(upheld.slice(1))).toBe(false);
  expect(needsPace(upheld.map((one) => ({ ...one, threadId: Math.min(2, one.threadId) })))).toBe(
    false,
  );
  expect(needsPace(upheld.map((one) => ({ ...one, flaggerIds: [11, 12] })))).toBe(false);
  expect(needsPace([])).toBe(false);
});
