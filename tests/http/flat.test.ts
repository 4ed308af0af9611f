import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const programs = ["build/serve.js", "build/server/index.js", "build/render-worker.js"];

test("what is built copies next to no object only to lay it out within another", () => {
  for (const program of programs) {
    const copied = readFileSync(program, "utf8").match(/\.\.\.\{/g) ?? [];
    expect(copied.length, program).toBeLessThan(10);
  }
});
