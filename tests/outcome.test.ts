import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const FAILING = "a test that is meant to fail, when it is asked for";

/** How a run of this file ends, in which the test that is meant to fail does so or does not. */
function runThis(isFailing: boolean): Promise<number | null> {
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "remix.config.js"];
  const only = ["--project", "quick", "tests/outcome.test.ts", "-t", FAILING];
  const child = spawn(process.execPath, [...vitest, ...only], {
    stdio: "ignore",
    env: { ...process.env, FAILING: String(isFailing) },
  });
  return new Promise((resolve) => child.once("close", resolve));
}

test.runIf(process.env.FAILING !== undefined)(FAILING, () => {
  expect(process.env.FAILING).toBe("false");
});

test.skipIf(process.env.FAILING !== undefined)(
  "where a test fails the run fails, else it does not",
  async () => {
    expect(await Promise.all([runThis(true), runThis(false)])).toEqual([1, 0]);
  },
  60_000,
);
