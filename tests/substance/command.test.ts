/** The commands of the scorer, as they are given. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

const data = process.env.STEELMAN_DATA ?? "../shared/data";

function give(args: string[], { input = "", env = {} } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/command.js", ...args], {
    ...{ input, encoding: "utf8" },
    env: { ...process.env, ...env },
  });
  return { status, lines: stdout.trimEnd().split("\n"), said: stderr };
}

test("texts in, their scores out in the same order; a broken row is told as one and the others are scored", () => {
  const rows = [
    '{"id":1,"text":"You are a complete dunce."}',
    '{"id":',
    '{"id":"no text"}',
    '{"id":4,"text":""}',
    '{"id":"x","text":"The drop came before the patch, because the cache was off."}',
  ];
  const { status, lines } = give(["score"], { input: rows.join("\n") });
  const found = lines.map((line) => JSON.parse(line));
  expect(found.map(({ id }) => id)).toEqual([1, undefined, "no text", 4, "x"]);
  expect(found.map(({ error }) => typeof error)).toEqual([
    ...["undefined", "string", "string", "undefined", "undefined"],
  ]);
  expect(found[0].insult).toBeGreaterThan(0.5);
  expect(found[0].passages[0]).toMatchObject({ kind: "insult", reason: expect.any(String) });
  expect(found[3]).toMatchObject({ insult: 0, substance: 0, passages: [] });
  expect(found[4].insult).toBeLessThan(0.2);
  expect(found[4].substance).toBeGreaterThan(0.4);
  expect(status).toBe(1);
  expect(give(["score"], { input: `${rows[0]}\n` }).status).toBe(0);
});

test("what may be learnt from is not there: the command says so", () => {
  const { status, said } = give(["train"], { env: { STEELMAN_DATA: "/nowhere" } });
  expect(said).toContain("STEELMAN_DATA");
  expect(status).toBe(2);
});

const mayLearn = existsSync(path.join(data, "train-ok"));

// In CI the data is there, so nothing is left out.
test.skipIf(!mayLearn && !process.env.CI)(
  "the weights are learnt again to the byte where there is nothing but what may be learnt from",
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), "steelman-learning-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    symlinkSync(path.resolve(data, "train-ok"), path.join(folder, "train-ok"));
    for (const file of ["tone.json", "worth.bin"]) {
      const { status, lines } = give(["train", file, "--check"], {
        env: { STEELMAN_DATA: folder },
      });
      expect(lines.at(-1)).toMatch(/ as before$/);
      expect(status).toBe(0);
    }
  },
);
