/** The command as it is given: what it says, and with which code it ends. */
import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { verifyPassword } from "#app/accounts/hash-password.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { closeAfterwards } from "../forum.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { wrongCounts } from "../threads/counts.ts";

function makeDatabase(): string {
  const folder = makeQuickFolder("steelman-fill-");
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return path.join(folder, "forum.db");
}

/** Gives the command, and interrupts it when it has said this. */
async function give(file: string, args: string, interruptAt?: string) {
  const child = spawn(process.execPath, ["build/command.js", "fill", ...args.split(" ")], {
    env: { ...process.env, DATABASE_URL: `file:${file}` },
  });
  let isInterrupted = false;
  const ended = { code: null as number | null, said: "", told: "" };
  child.stdout.on("data", (bytes) => {
    ended.said += bytes;
  });
  child.stderr.on("data", (bytes) => {
    ended.told += bytes;
    if (isInterrupted || !interruptAt || !ended.told.includes(interruptAt)) return;
    isInterrupted = true;
    child.kill("SIGINT");
  });
  return new Promise<typeof ended>((resolve) =>
    child.once("close", (code) => resolve({ ...ended, code })),
  );
}

test("it says how it is used, and what is wrong with what was asked, and makes nothing", async () => {
  const file = makeDatabase();
  const help = await give(file, "--help");
  expect(help).toMatchObject({ code: 0, told: "" });
  expect(help.said).toContain("npm run fill -- [--posts N]");
  const wrong = await give(file, "--posts none");
  expect(wrong).toEqual({
    code: 2,
    said: "",
    told: "--posts takes a whole number from 1 to 20,000,000; it is “none”.\n",
  });
  expect(existsSync(file)).toBe(false);
});

test("it fills a forum once, and says who signs in and where the long thread is", async () => {
  const file = makeDatabase();
  const { code, said } = await give(file, "--posts 300 --people 20 --long 100 --accounts 2");
  expect(code).toBe(0);
  const [first, long, accounts, names] = said.split("\n");
  expect(first).toMatch(
    /^Filled: 400 posts in 20 threads on 41 topics by 20 people, in [\d,]+ s, which is [\d,]+ posts a second\.$/,
  );
  expect(long).toMatch(/^\/threads\/\d+: 100 posts\.$/);
  const [, password = ""] =
    /^These 2 sign in with the password “(.+)”, which/.exec(accounts!) ?? [];
  const db = closeAfterwards(openDatabase(`file:${file}`));
  const rows = await db
    .selectFrom("password")
    .innerJoin("person", "person.id", "person_id")
    .select(["name", "hash"])
    .orderBy("person_id")
    .execute();
  expect(rows.map((row) => row.name).join(" ")).toBe(names);
  for (const { hash } of rows) expect(await verifyPassword(hash, password)).toBe(true);
  expect(await give(file, "--posts 300")).toMatchObject({
    code: 1,
    said: "",
    told: expect.stringMatching(/^This database has threads already/),
  });
});

test("interrupted, it ends after what it is writing with 130, and leaves a whole forum", async () => {
  const file = makeDatabase();
  const { code, said, told } = await give(file, "--posts 200000", "of 200,000 posts");
  expect(code).toBe(130);
  expect(told).toContain("Stopping after the posts");
  expect(said).toContain("what it wrote is a whole forum, with every count as it should be.");
  const db = closeAfterwards(openDatabase(`file:${file}`));
  const posts = Number(/^Filled: ([\d,]+) posts/.exec(said)![1]!.replaceAll(",", ""));
  expect(posts).toBeGreaterThan(0);
  expect(posts).toBeLessThan(200_000);
  expect(await wrongCounts(db)).toEqual([]);
});
