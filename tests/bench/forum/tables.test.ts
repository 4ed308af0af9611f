import { expect, test } from "vitest";
import { asked, groups, judge, judgeRow } from "./asked.js";
import { digits, tableOfAsked, tableOfPages } from "./tables.js";

const [hot] = asked;
const reply = asked.find(({ id }) => id === "reply")!;

test("a bound itself is reached, and what is beyond neither bound misses", () => {
  const part = hot!.parts[0]!;
  expect([0.59, 0.6, 0.84, 0.85].map((ratio) => judge(part, ratio))).toEqual([
    "misses",
    "reach",
    "reach",
    "aim",
  ]);
  const p99 = reply.parts[1]!;
  expect([21, 20, 10].map((time) => judge(p99, time))).toEqual(["misses", "reach", "aim"]);
  expect([judge(p99, null), judge(p99, Number.NaN)]).toEqual([null, null]);
});

test("a row does as its worst part does, and one that was not measured whole did not reach it", () => {
  expect(judgeRow(reply, { rate: 2000, p99: 50, perCpu: 900 })).toBe("misses");
  expect(judgeRow(reply, { rate: 2000, p99: 9, perCpu: 900 })).toBe("reach");
  expect(judgeRow(reply, { rate: 2000, p99: 9, perCpu: null })).toBeNull();
  expect(judgeRow(hot!, undefined)).toBeNull();
});

test("the table says of each part plainly that it misses", () => {
  const results = {
    hot: { 1000: { ratio: 0.871 }, 100000: { ratio: 0.0042 } },
    reply: { 100000: { rate: 512.3, p99: 20.04, perCpu: null } },
  };
  expect(tableOfAsked(results, [1000, 100_000]).split("\n")).toEqual([
    "|  | reach | aim | 1,000 posts | 100,000 posts |",
    "| --- | --: | --: | --: | --: |",
    "| Signed-out thread page, hot | ≥ 0.60 of the ceiling | ≥ 0.85 of the ceiling | 0.87 | 0.004 (**misses**) |",
    "| Replies over HTTP with durable commit, four at once | ≥ 300 a second; ≤ 20 ms p99; ≥ 420 per CPU-second | ≥ 1,000 a second; ≤ 10 ms p99; – |  | 512 (reached); 20.0 (**misses**); – |",
  ]);
});

test("each page has its bytes, its requests for a CPU-second, its ratio and its times", () => {
  const page = { name: "front page", bytes: 5321.5, perCpu: 8123, ceiling: 20_000, ratio: 0.4062 };
  expect(tableOfPages([{ ...page, p50: 0.412, p99: 12.34 }], 200)).toContain(
    "| front page | 5,322 | 8,123 | 20,000 | 0.41 | 0.41, 12.3 |",
  );
});

test("numbers have as many digits as mean something", () => {
  expect([0, 1, 0.0042, 0.94, 9.999, 31.62, 40, 1234.5, null].map(digits)).toEqual([
    "0",
    "1",
    "0.004",
    "0.94",
    "10.00",
    "31.6",
    "40",
    "1,235",
    "–",
  ]);
});

test("every row belongs to a group that can be chosen, and has a name of its own", () => {
  expect(asked.every(({ group }) => groups.includes(group))).toBe(true);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
});
