import { expect, test } from "vitest";
import type { Bench } from "#app/simulating/bench.ts";
import { answer, type Question } from "#app/simulating/question.ts";
import { readWish } from "#app/simulating/read-wish.ts";
import { simulateByCommand } from "#app/simulating/simulate-by-command.server.ts";
import { lineOf, summaryOf } from "#app/simulating/table.ts";

test("seeds are named one by one or from one to another", () => {
  expect(readWish([])).toMatchObject({ seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], isQuick: false });
  expect(readWish(["--seeds", "7,201..203", "--json"])).toEqual({
    ...{ seeds: [7, 201, 202, 203], isQuick: false, isJson: true },
  });
  expect(readWish(["--quick"])).toMatchObject({ seeds: [1, 2, 3], isQuick: true });
});

test.each([
  [["--seeds"]],
  [["--seeds", "one"]],
  [["--seeds", "9..3"]],
  [["--seeds", "1..100000"]],
  [["--fast"]],
])("what is no wish is none: %j", (given) => {
  expect(readWish(given)).toBeNull();
});

async function simulate(given: string[]) {
  const told: string[] = [];
  const complaints: string[] = [];
  const code = await simulateByCommand(given, { ...process.env, SIM_DIR: "/nowhere" }, () => 0, {
    tell: (line) => told.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, told, said: complaints.join("\n") };
}

test("without readers, or with a wrong call, it says what is missing and asks nothing", async () => {
  expect(await simulate([])).toMatchObject({ code: 2, told: [] });
  expect((await simulate([])).said).toContain("SIM_DIR");
  expect(await simulate(["--fast"])).toMatchObject({ code: 2, told: [] });
  expect((await simulate(["--fast"])).said).toContain("--seeds");
});

const bench = {} as Bench;
const ask = (asked: Question["asked"], ...values: number[]) =>
  answer({ name: "M4 so it is", asked, ask: () => values }, bench);

test.each([
  [{ least: 2 }, [1, 3], true],
  [{ least: 2.1 }, [1, 3], false],
  [{ most: 2 }, [1, 3], true],
  [{ most: 1.9 }, [1, 3], false],
  [{ above: 2 }, [1, 3], false],
  [{ above: 1.9 }, [1, 3], true],
  [{ most: 2 }, [Number.NaN], false],
  [{ most: 2 }, [], false],
  [undefined, [1, 3], null],
])("of the mean %j is asked; of %j that holds: %s", (asked, values, holds) => {
  expect(ask(asked, ...values).holds).toBe(holds);
});

test("a line tells what was found, what was asked, and how far the values lie apart", () => {
  const line = (found: ReturnType<typeof ask>) => lineOf(found).replace(/ +/g, " ");
  expect(line(ask({ most: 2 }, 1, 2))).toBe("M4 so it is 1.5 at most 2 holds 1.0 to 2.0");
  expect(line(ask({ above: 0 }, -1))).toBe("M4 so it is -1.0 above 0 FAILS");
  expect(line(ask(undefined, 7))).toBe("M4 so it is 7.0 told");
  const answers = [ask({ most: 2 }, 1), ask({ most: 2 }, 3), ask(undefined, 1)];
  expect(summaryOf(answers, [1, 2])).toBe("1 hold, 1 fail, 1 only told; seeds 1,2.");
});
