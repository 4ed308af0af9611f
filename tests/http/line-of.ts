/** What the forum says when it does not start. */
import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** Starts a forum that must not start, over the database at an address; answers its one line. */
export function lineOf(database: string, env: Record<string, string> = {}) {
  const { PATH, HOME, TMPDIR } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/serve.js"], {
    env: {
      ...({ PATH, HOME, TMPDIR } as Record<string, string>),
      ...{
        NODE_ENV: "production",
        PORT: "0",
        DEMO: "off",
        DATABASE_URL: database,
        ...env,
      },
    },
    encoding: "utf8",
    timeout: 30_000,
  });
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  return stderr.trim();
}
