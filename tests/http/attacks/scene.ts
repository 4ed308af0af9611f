/** A running forum with the cast, a thread by Ada that Ben answers, and a hand on its database: what every attack begins from. */
import { randomBytes } from "node:crypto";
import Database from "better-sqlite3";
import { afterAll, beforeAll } from "vitest";
import { hashPassword } from "#app/accounts/hash-password.server.ts";
import { hashToken, makeToken } from "#app/accounts/token.server.ts";
import { cast } from "../../cast.ts";
import { type RunningServer, startServer } from "../server.ts";
import { Visitor } from "../visitor.ts";

export type Name = "Ada" | "Ben" | "Nia" | "Mo" | "Root";
/** All rows of each table, as text. */
export type Rows = Record<string, string>;

/** Everybody's password. */
export const PASSWORD = "nine lemons under a bridge";

export interface Scene {
  server: RunningServer;
  origin: string;
  sqlite: Database.Database;
  ids: Record<Name, number>;
  /** Ada's thread with its opening post, and Ben's reply. */
  thread: { id: number; path: string; post: number; reply: number };
}

/** Starts the forum before the tests of a file and stops it after them. */
export function openScene(env: Record<string, string> = {}): Scene {
  const scene = {} as Scene;
  beforeAll(async () => {
    const server = await startServer({ env });
    const sqlite = new Database(server.database);
    sqlite.pragma("busy_timeout = 2000");
    const ids = Object.fromEntries(
      cast.map(({ name, role, level }) => [name, addPerson(sqlite, name, role, level)]),
    ) as Record<Name, number>;
    const hash = await hashPassword(PASSWORD);
    const insert = sqlite.prepare(
      "insert into password (person_id, hash, set_at) values (?, ?, 1)",
    );
    for (const id of Object.values(ids)) insert.run(id, hash);
    Object.assign(scene, { server, origin: server.origin, sqlite, ids });
    const { id, post } = addThread(scene, "Ada", { title: "Weights and words" });
    const reply = addReply(scene, "Ben", id, post);
    scene.thread = { id, path: `/threads/${id}-weights-and-words`, post, reply };
  });
  afterAll(async () => {
    scene.sqlite?.close();
    await scene.server?.stop();
  });
  return scene;
}

const now = () => Math.floor(Date.now() / 1000);

function addPerson(sqlite: Database.Database, name: string, role: string, level: number): number {
  const joined = now() - 365 * 86_400;
  const { lastInsertRowid } = sqlite
    .prepare(
      `insert into person (name, name_key, email, email_key, role, level, joined_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(name, name.toLowerCase(), ...secretMail(name), role, level, joined);
  return Number(lastInsertRowid);
}

/** An address that nobody but its owner may ever read. */
function secretMail(name: string): [string, string] {
  const mail = `${name.toLowerCase()}-${randomBytes(4).toString("hex")}@mail.example`;
  return [mail, mail];
}

/** Somebody signed in, in a browser of their own. */
export function visit(scene: Scene, name: Name): Visitor {
  const visitor = new Visitor(scene.origin);
  const token = makeToken();
  scene.sqlite
    .prepare("insert into session (id, person_id, expires_at, began_at) values (?, ?, ?, ?)")
    .run(hashToken(token), scene.ids[name], now() + 30 * 86_400, now());
  visitor.cookies.set("session", token);
  return visitor;
}

interface Words {
  title?: string;
  body?: string;
  html?: string;
}

/** A thread with nothing but its opening post. */
export function addThread({ sqlite, ids }: Scene, name: Name, words: Words = {}) {
  const { title = "A thread", body = "First words.", html = "<p>First words.</p>" } = words;
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const id = Number(
    sqlite
      .prepare(
        `insert into thread (title, slug, author_id, excerpt, started_at, active_at, person_count)
         values (?, ?, ?, ?, ?, ?, 1)`,
      )
      .run(title, slug, ids[name], "First words.", now(), now()).lastInsertRowid,
  );
  const post = addPost(sqlite, { thread: id, author: ids[name], parent: null, body, html });
  sqlite.prepare("update thread set opening_post_id = ? where id = ?").run(post, id);
  sqlite
    .prepare(
      "insert into thread_topic (thread_id, topic_id, position, started_at, active_at) values (?, 1, 0, ?, ?)",
    )
    .run(id, now(), now());
  sqlite.prepare("update topic set thread_count = thread_count + 1 where id = 1").run();
  countPerson(sqlite, id, ids[name]);
  return { id, post };
}

/** A reply to a thread's opening post, which begins a branch. */
export function addReply(
  { sqlite, ids }: Scene,
  name: Name,
  thread: number,
  parent: number,
  { body = "An answer.", html = "<p>An answer.</p>" }: Words = {},
): number {
  const post = addPost(sqlite, { thread, author: ids[name], parent, body, html });
  sqlite.prepare("update post set branch_id = id where id = ?").run(post);
  sqlite.prepare("update post set reply_count = reply_count + 1 where id = ?").run(parent);
  countPerson(sqlite, thread, ids[name]);
  sqlite
    .prepare(
      `update thread set reply_count = reply_count + 1,
       person_count = (select count(*) from thread_person where thread_id = thread.id) where id = ?`,
    )
    .run(thread);
  return post;
}

interface NewPost {
  thread: number;
  author: number;
  parent: number | null;
  body: string;
  html: string;
}

function addPost(sqlite: Database.Database, post: NewPost): number {
  const { thread, author, parent, body, html } = post;
  const { lastInsertRowid } = sqlite
    .prepare(
      `insert into post (thread_id, author_id, parent_id, depth, kind, body, html, renderer, posted_at)
       values (?, ?, ?, ?, 'reply', ?, ?, 1000, ?)`,
    )
    .run(thread, author, parent, parent === null ? 0 : 1, body, html, now());
  return Number(lastInsertRowid);
}

function countPerson(sqlite: Database.Database, thread: number, person: number) {
  sqlite
    .prepare(
      `insert into thread_person (thread_id, person_id, post_count) values (?, ?, 1)
       on conflict do update set post_count = post_count + 1`,
    )
    .run(thread, person);
}

/** Every row that the forum keeps, but what was spent of limits and how far somebody read, as text by table: equal before and after means that nothing was changed. */
export function keptRows({ sqlite }: Scene): Rows {
  const tables = sqlite
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  const kept = tables.filter((table) => table !== "allowance" && table !== "thread_visit");
  return Object.fromEntries(
    kept.map((table) => [
      table,
      JSON.stringify(sqlite.prepare(`select * from "${table}"`).raw().all()),
    ]),
  );
}

/** The first value that a query finds. */
export const firstValue = ({ sqlite }: Scene, query: string, ...values: unknown[]) =>
  sqlite.prepare(query).pluck().get(values);
