/** Starting: a second time with the data in place, or not at all and why. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, reply, startThread } from "./written.ts";

let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "steelman-begin-"));
  database = path.join(folder, "forum.db");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a forum that must not start; answers its one line. */
function lineOf(env: Record<string, string>) {
  const { PATH, HOME, TMPDIR } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/serve.js"], {
    env: {
      ...({ PATH, HOME, TMPDIR } as Record<string, string>),
      ...{
        NODE_ENV: "production",
        PORT: "0",
        DEMO: "off",
        DATABASE_URL: `file:${database}`,
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

test.each([
  [{ PORT: "http" }, 'PORT is "http"; it takes a number from 0 to 65535.'],
  [{ LIMITS: "0" }, 'LIMITS is "0"; it takes a number from 0.01 to 100.'],
  [{ DEMO: "maybe" }, 'DEMO is "maybe"; it takes "on" or "off".'],
  [{ FORUM_ORIGIN: "forum.example" }, 'FORUM_ORIGIN is "forum.example"'],
  [
    { DATABASE_URL: "mysql://secret@db/forum" },
    'DATABASE_URL must begin with "file:"; it is "mysql:…".',
  ],
  [{ HOST: "203.0.113.1" }, "of 203.0.113.1 cannot be used"],
])("with %o the forum does not start and says why in one line", (env, line) => {
  expect(lineOf(env)).toContain(line);
});

test("the demonstration's sign-ins are served to this computer alone", async () => {
  const server = await startServer({ database, env: { DEMO: "on" } });
  await server.stop();
  const line = "The demonstration's sign-ins are in this database";
  expect(lineOf({ HOST: "0.0.0.0" })).toContain(line);
  expect(lineOf({ FORUM_ORIGIN: "https://forum.example" })).toContain(line);
});

test("a taken port is named", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  expect(lineOf({ PORT: String(port) })).toBe(
    `Port ${port} of 127.0.0.1 is taken by another program. Set PORT to a free one, or to 0.`,
  );
  other.close();
});

test("a folder that cannot be written to is named", () => {
  writeFileSync(path.join(folder, "file"), "");
  const inFile = path.join(folder, "file", "data", "forum.db");
  expect(lineOf({ DATABASE_URL: `file:${inFile}` })).toContain(
    `Cannot open the database ${inFile}: `,
  );
  mkdirSync(database);
  expect(lineOf({})).toContain(`Cannot open the database ${database}: `);
});

test("a file that is no database is named and left as it is", () => {
  writeFileSync(database, "Dear diary, ".repeat(1_000));
  expect(lineOf({})).toContain(`Cannot open the database ${database}: file is not a database.`);
});

test("a database from a newer version is named, and not touched", async () => {
  const server = await startServer({ database });
  await server.stop();
  const sqlite = new Database(database);
  sqlite.prepare("insert into migration (version, name) values (99, 'from tomorrow')").run();
  sqlite.close();
  expect(lineOf({})).toMatch(
    /^The database has version 99, this program knows \d+\. Install the newer/,
  );
  const again = new Database(database, { readonly: true });
  expect(again.prepare("select max(version) as version from migration").get()).toEqual({
    version: 99,
  });
  again.close();
});

test("a database that another program holds locked is named", async () => {
  const server = await startServer({ database });
  await server.stop();
  const sqlite = new Database(database);
  sqlite.exec("begin exclusive");
  expect(lineOf({})).toContain("locked");
  sqlite.close();
});

test("a second start finds everything in its place, and everybody signed in", async () => {
  const first = await startServer({ database });
  const ada = await new Visitor(first.origin).signUp("Ada");
  const { id } = await startThread(ada);
  await reply(ada, id);
  const before = await dataOf(ada, id);
  expect(await first.stop()).toBe(0);

  const second = await startServer({ database });
  const again = new Visitor(second.origin);
  for (const [name, value] of ada.cookies) again.cookies.set(name, value);
  const after = await dataOf(again, id);
  expect(after.posts).toEqual(before.posts);
  expect((await again.get("/threads/new")).status).toBe(200);
  await reply(again, id);
  expect(second.output()).toMatch(/^Steelman is ready at http:\/\/127\.0\.0\.1:\d+/);
  expect(await second.stop()).toBe(0);
});

test("a forum that was killed starts again with what it had acknowledged", async () => {
  const first = await startServer({ database });
  const ada = await new Visitor(first.origin).signUp("Ada");
  const { id } = await startThread(ada);
  const posts: number[] = [];
  for (let turn = 0; turn < 10; turn++) posts.push(await reply(ada, id, { body: `Reply ${turn}` }));
  await first.stop("SIGKILL");
  const second = await startServer({ database });
  const data = await dataOf(new Visitor(second.origin), id);
  expect(data.posts.slice(1).map((post: { id: number }) => post.id)).toEqual(posts);
  await second.stop();
});
