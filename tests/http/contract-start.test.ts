/** Starting: a second time with the data in place, or not at all and why. */
import { createServer } from "node:net";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "#db/open.server.ts";
import { lineOf } from "./line-of.ts";
import { type NewDatabase, newDatabase, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";
import { dataOf, reply, startThread } from "./written.ts";

let fresh: NewDatabase;
/** Its address. */
let database: string;

beforeEach(async () => {
  fresh = await newDatabase();
  database = fresh.address;
});
afterEach(() => fresh.discard());

test.each([
  [{ PORT: "http" }, 'PORT is "http"; it takes a number from 0 to 65535.'],
  [{ LIMITS: "0" }, 'LIMITS is "0"; it takes a number from 0.01 to 100.'],
  [{ DEMO: "maybe" }, 'DEMO is "maybe"; it takes "on" or "off".'],
  [{ FORUM_ORIGIN: "forum.example" }, 'FORUM_ORIGIN is "forum.example"'],
  [
    { DATABASE_URL: "mysql://secret@db/forum" },
    'DATABASE_URL must begin with "file:" or "postgres://"; it is "mysql:…".',
  ],
  [{ HOST: "203.0.113.1" }, 'HOST is "203.0.113.1", which is no address of this computer ('],
  [{ HOST: "fe80::1" }, 'HOST is "fe80::1", which is no address of this computer ('],
])("with %o the forum does not start and says why in one line", (env, line) => {
  expect(lineOf(database, env)).toContain(line);
});

test("the demonstration's sign-ins are served to this computer alone", async () => {
  const server = await startServer({ database, env: { DEMO: "on" } });
  await server.stop();
  const line = "The demonstration's sign-ins are in this database";
  expect(lineOf(database, { HOST: "0.0.0.0" })).toContain(line);
  expect(lineOf(database, { FORUM_ORIGIN: "https://forum.example" })).toContain(line);
});

test("a taken port is named", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as { port: number };
  expect(lineOf(database, { PORT: String(port) })).toBe(
    `Port ${port} of 127.0.0.1 is taken by another program. Set PORT to a free one, or to 0.`,
  );
  other.close();
});

test("a database from a newer version is named, and not touched", async () => {
  const server = await startServer({ database });
  await server.stop();
  const db = openDatabase(database);
  await sql`insert into migration (version, name) values (99, 'from tomorrow')`.execute(db);
  expect(lineOf(database, {})).toMatch(
    /^The database has version 99, this program knows \d+\. Install the newer/,
  );
  const { rows } = await sql`select max(version) as version from migration`.execute(db);
  expect(rows).toEqual([{ version: 99 }]);
  await db.destroy();
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
