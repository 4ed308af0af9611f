/** The whole bench on a small forum: what it reads of the tables, and the forms that it sends, are the forum's own. */
import { spawn } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { makeQuickFolder } from "../quick-folder.ts";

test("the bench fills a small forum, measures it, and prints nothing but JSON", async () => {
  const folder = makeQuickFolder("steelman-bench-");
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const short = ["--seconds", "0.1", "--rounds", "1", "--posts", "300", "--keep", folder];
  const child = spawn(
    process.execPath,
    ["tests/bench/bench.js", "--json", ...short, "--only", "reply,afresh"],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise((resolve) => child.once("close", resolve));
  const [printed, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(await ended, said).toBe(0);
  const told = JSON.parse(printed);
  const of = (id: string) => told.rows.find((row: { id: string }) => row.id === id).measured[300];
  expect(of("reply").rate).toBeGreaterThan(0);
  if (process.platform === "linux") expect(of("afresh").cpu).toBeGreaterThan(0);
  // The copy that was written to is gone; what was filled is kept.
  expect(readdirSync(folder).filter((name) => name.startsWith("run-"))).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(2);
}, 120_000);
