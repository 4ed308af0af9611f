/** The command as it is given: what it says, and with which code it ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { asLines, makeFolder, outerPost } from "./outer.ts";

interface Ended {
  code: number | null;
  said: string;
  told: string;
}

const nothing = { posts: Number.POSITIVE_INFINITY, deed: () => {} };
const interrupt = (child: ChildProcess) => child.kill("SIGINT");

/** Gives the command in a folder, and does something to it when so many posts are there. */
async function give(
  folder: string,
  args: string[],
  at: { posts: number; deed: (child: ChildProcess) => void } = nothing,
) {
  const database = path.join(folder, "data", "forum.db");
  const child = spawn(process.execPath, [path.resolve("build/command.js"), "import", ...args], {
    env: { ...process.env, INIT_CWD: folder, DATABASE_URL: `file:${database}` },
  });
  const ended: Ended = { code: null, said: "", told: "" };
  child.stdout.on("data", (bytes) => {
    ended.said += bytes;
  });
  child.stderr.on("data", (bytes) => {
    ended.told += bytes;
  });
  const timer = setInterval(() => {
    if (countPosts(database) < at.posts) return;
    clearInterval(timer);
    at.deed(child);
  }, 5);
  return new Promise<Ended>((resolve) =>
    child.once("close", (code) => {
      clearInterval(timer);
      resolve({ ...ended, code });
    }),
  );
}

function countPosts(database: string): number {
  if (!existsSync(database)) return 0;
  const sqlite = new Database(database, { readonly: true });
  try {
    const row = sqlite.prepare("select count(*) as count from imported_post").get();
    return (row as { count: number }).count;
  } catch {
    return 0;
  } finally {
    sqlite.close();
  }
}

test("it says how it is used, and what is wrong with what was asked, and makes nothing", async () => {
  const folder = makeFolder({ "notes.txt": "none" });
  const help = await give(folder, ["--help"]);
  expect(help).toMatchObject({ code: 0, told: "" });
  expect(help.said).toContain("npm run import -- discourse PATH…");
  mkdirSync(path.join(folder, "empty"));
  writeFileSync(path.join(folder, "a.ndjson"), "");
  for (const [args, words] of [
    [[], "Say what is imported, and from which files."],
    [["lemmy", "a.ndjson"], 'Imports come from "discourse"; "lemmy" is not known.'],
    [["discourse"], "Name a file or a folder to import."],
    [["discourse", "gone.ndjson"], "There is no gone.ndjson."],
    [["discourse", "empty"], "empty holds no file whose name ends in"],
    [["discourse", "notes.txt"], "notes.txt holds no file whose name ends in"],
    [["discourse", "a.ndjson", "--origin", "birds"], "--origin takes an address"],
    [["discourse", "a.ndjson", "--topic", "birds"], "--topic takes the number of a category"],
    [["discourse", "a.ndjson", "--topic", "7=,"], "--topic 7=,: "],
    [["discourse", "a.ndjson", "--source", " "], "--source takes a name"],
    [["discourse", "a.ndjson", "--speed"], "Unknown option '--speed'"],
  ] as const) {
    const ended = await give(folder, [...args]);
    expect(ended, args.join(" ")).toMatchObject({ code: 2, said: "" });
    expect(ended.told).toContain(words);
  }
  expect(existsSync(path.join(folder, "data"))).toBe(false);
});

test("it ends with 0 where all was imported, and with 1 where a line was skipped", async () => {
  const rows = [outerPost(1, 1), outerPost(1, 2), outerPost(2, 1)];
  const folder = makeFolder({ "good.ndjson": asLines(rows), "bad.ndjson": "{\n" });
  const given = ["discourse", "--origin", "https://birds.example", "--topic", "7=Sea birds"];
  const good = await give(folder, [...given, "good.ndjson"]);
  expect(good).toMatchObject({ code: 0, told: "" });
  expect(good.said).toBe(
    "Imported from birds.example.\nThreads: 2 added, 0 here before.\nPosts: 3 added, 0 brought up to date, 0 here before.\nPeople: 2 added, 0 here before.\n",
  );
  const bad = await give(folder, [...given, "."]);
  expect(bad).toMatchObject({ code: 1, told: "bad.ndjson:1: this is no JSON\n" });
  expect(bad.said).toContain("Skipped: 1, each told above.\n  1 × this is no JSON\n");
  expect(bad.said).toContain("Posts: 0 added, 0 brought up to date, 3 here before.");
});

test("a name or a file that would move the cursor or begin a line is told without that", async () => {
  const rows = [outerPost(1, 1, { username: "gull\u001b[2J\nx.ndjson:9: all is well\u202e" })];
  const folder = makeFolder({ "a\u001b[1A.ndjson": `${asLines(rows)}\n{` });
  const { code, told } = await give(folder, ["discourse", "."]);
  expect(code).toBe(1);
  expect(told.split("\n")).toEqual([
    "a\ufffd[1A.ndjson:2: this is no JSON",
    expect.stringMatching(/^gull\ufffd\[2J\ufffdx\.ndjson:9: all is well\ufffd: is called /),
    "",
  ]);
});

test("interrupted, it ends between threads with 130, says how to go on, and goes on", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => outerPost(index + 1, 1));
  const folder = makeFolder({ "posts.ndjson": asLines(rows) });
  const first = await give(folder, ["discourse", "posts.ndjson"], { posts: 20, deed: interrupt });
  expect(first.code).toBe(130);
  expect(first.told).toContain("Stopping at the next place from which it can go on.");
  expect(first.said).toContain("Run the same command again, and it goes on where it was.");
  const database = path.join(folder, "data", "forum.db");
  const before = countPosts(database);
  expect(before).toBeLessThan(300);
  const second = await give(folder, ["discourse", "posts.ndjson"]);
  expect(second.code).toBe(0);
  expect(second.said).toContain(
    `Posts: ${300 - before} added, 0 brought up to date, ${before} here`,
  );
  expect(countPosts(database)).toBe(300);
});

test("where another program holds the database it ends with one line and 1, and goes on later", async () => {
  const rows = Array.from({ length: 300 }, (_, index) => outerPost(index + 1, 1));
  const folder = makeFolder({ "posts.ndjson": asLines(rows) });
  const database = path.join(folder, "data", "forum.db");
  let other: Database.Database | undefined;
  const held = await give(folder, ["discourse", "posts.ndjson"], {
    posts: 20,
    deed() {
      other = new Database(database);
      other.exec("begin immediate");
    },
  });
  expect(held).toEqual({
    code: 1,
    said: "",
    told: "Another program holds the database. Stop that first; then run this again.\n",
  });
  other?.close();
  const later = await give(folder, ["discourse", "posts.ndjson"]);
  expect(later.code).toBe(0);
  expect(countPosts(database)).toBe(300);
});
