/** A running forum with the cast, a thread by Ada that Ben answers, and a hand on its database: what every attack begins from. */
import { randomBytes } from "node:crypto";
import { Agent } from "node:http";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, vi } from "vitest";
import { hashPassword } from "#app/accounts/hash-password.server.ts";
import { hashToken, makeToken } from "#app/accounts/token.server.ts";
import { refreshDue } from "#app/ranking/refresh-due.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { weighDue } from "#app/standing/weigh-people.server.ts";
import { TITLE_READER } from "#app/threads/index-title.server.ts";
import { engineOf } from "#db/dialect.server.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import { write } from "#db/write.server.ts";
import { cast } from "../../cast.ts";
import { tallyMissing } from "../../tallies.ts";
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
  /** Keeps connections, though no longer than the forum does, for these tests ask for thousands of pages. */
  agent: Agent;
  /** A handle of its own on the database of the running forum. */
  db: Db;
  ids: Record<Name, number>;
  /** Ada's thread with its opening post, and Ben's reply. */
  thread: { id: number; path: string; post: number; reply: number };
}

/** Starts the forum before the tests of a file and stops it after them. */
export function openScene(env: Record<string, string> = {}): Scene {
  const scene = {} as Scene;
  beforeAll(async () => {
    const server = await startServer({ env });
    const db = openDatabase(server.database);
    const ids = {} as Scene["ids"];
    const agent = new Agent({ keepAlive: true, timeout: 4_000 });
    Object.assign(scene, { server, origin: server.origin, agent, db, ids });
    const hash = await hashPassword(PASSWORD);
    await inOne(scene, async (scene) => {
      for (const { name, role, level } of cast) {
        const id = await addPerson(scene.db, name, role, level);
        ids[name as Name] = id;
        await scene.db.insertInto("password").values({ person_id: id, hash, set_at: 1 }).execute();
      }
    });
    const { id, post } = await addThread(scene, "Ada", { title: "Weights and words" });
    const reply = await addReply(scene, "Ben", id, post);
    scene.thread = { id, path: `/threads/${id}-weights-and-words`, post, reply };
  });
  afterAll(async () => {
    await scene.db?.destroy();
    scene.agent?.destroy();
    await scene.server?.stop();
  });
  return scene;
}

/** Does much in one transaction, which is faster than each thing in its own. */
export function inOne<Answer>(scene: Scene, work: (scene: Scene) => Promise<Answer>) {
  if (scene.db.isTransaction) return work(scene);
  return write(scene.db, (trx) => work({ ...scene, db: trx }));
}

const now = () => Math.floor(Date.now() / 1000);

async function addPerson(db: Db, name: string, role: Role, level: number): Promise<number> {
  // An address that nobody but its owner may ever read.
  const email = `${name.toLowerCase()}-${randomBytes(4).toString("hex")}@mail.example`;
  const joined_at = now() - 365 * 86_400;
  const { id } = await db
    .insertInto("person")
    .values({
      ...{ name, name_key: name.toLowerCase(), email, email_key: email, role, level, joined_at },
      ...{ about: "", about_html: "" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Somebody whom the forum does not know. */
export const stranger = (scene: Scene) => new Visitor(scene.origin, scene.agent);

/** Somebody signed in, in a browser of their own. */
export async function visit(scene: Scene, name: Name): Promise<Visitor> {
  const visitor = stranger(scene);
  const token = makeToken();
  const session = { expires_at: now() + 30 * 86_400, began_at: now() };
  await inOne(scene, ({ db, ids }) =>
    db
      .insertInto("session")
      .values({ id: hashToken(token), person_id: ids[name], ...session })
      .execute(),
  );
  visitor.cookies.set("session", token);
  return visitor;
}

interface Words {
  title?: string;
  body?: string;
  html?: string;
}

/** A thread with nothing but its opening post. */
export function addThread(scene: Scene, name: Name, words: Words = {}) {
  const { title = "A thread", body = "First words.", html = "<p>First words.</p>" } = words;
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  const times = { started_at: now(), active_at: now() };
  return inOne(scene, async ({ db, ids }) => {
    const author_id = ids[name];
    const { id } = await db
      .insertInto("thread")
      .values({
        ...{ title, slug, author_id, excerpt: "First words.", person_count: 1, ...times },
        // The clock has no need to take its words in the midst of a test.
        title_reader: TITLE_READER,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const post = await addPost(db, { thread_id: id, author_id, parent_id: null, body, html });
    await db.updateTable("thread").set({ opening_post_id: post }).where("id", "=", id).execute();
    await db
      .insertInto("thread_topic")
      .values({ thread_id: id, topic_id: 1, position: 0, ...times })
      .execute();
    await db
      .updateTable("topic")
      .set((row) => ({ thread_count: row("thread_count", "+", 1) }))
      .where("id", "=", 1)
      .execute();
    await countPerson(db, id, author_id);
    return { id, post };
  });
}

/** A reply to a thread's opening post, which begins a branch. */
export function addReply(
  scene: Scene,
  name: Name,
  thread: number,
  parent: number,
  { body = "An answer.", html = "<p>An answer.</p>" }: Words = {},
): Promise<number> {
  return inOne(scene, async ({ db, ids }) => {
    const author_id = ids[name];
    const post = await addPost(db, { thread_id: thread, author_id, parent_id: parent, body, html });
    await db.updateTable("post").set({ branch_id: post }).where("id", "=", post).execute();
    await db
      .updateTable("post")
      .set((row) => ({ reply_count: row("reply_count", "+", 1) }))
      .where("id", "=", parent)
      .execute();
    await countPerson(db, thread, author_id);
    await db
      .updateTable("thread")
      .set((row) => ({
        reply_count: row("reply_count", "+", 1),
        person_count: row
          .selectFrom("thread_person")
          .select((people) => people.fn.countAll<number>().as("count"))
          .where("thread_id", "=", thread),
      }))
      .where("id", "=", thread)
      .execute();
    return post;
  });
}

interface NewPost {
  thread_id: number;
  author_id: number;
  parent_id: number | null;
  body: string;
  html: string;
}

async function addPost(db: Db, post: NewPost): Promise<number> {
  const depth = post.parent_id === null ? 0 : 1;
  const { id } = await db
    .insertInto("post")
    .values({ ...post, depth, kind: "reply", renderer: 1000, posted_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tallyMissing(db);
  return id;
}

async function countPerson(db: Db, thread_id: number, person_id: number) {
  await db
    .insertInto("thread_person")
    .values({ thread_id, person_id, post_count: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(["thread_id", "person_id"])
        .doUpdateSet((row) => ({ post_count: row("thread_person.post_count", "+", 1) })),
    )
    .execute();
}

/** Every row that the forum keeps, but what was spent of limits and how far somebody read, as text by table: equal before and after means that nothing was changed. */
export async function keptRows({ db }: Scene): Promise<Rows> {
  await vi.waitUntil(async () => (await waiting(db)) === 0, { timeout: 10_000, interval: 20 });
  await settlePlaces(db);
  await holdLetters(db);
  const rows = engineOf(db) === "sqlite" ? await rowsOfSqlite(db) : await rowsOfPostgres(db);
  const { allowance, thread_visit, ...kept } = rows;
  return kept;
}

/** How many events are still to be delivered: what follows them changes rows a moment later. */
async function waiting(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom("delivery")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Gives posts, threads and people the places and the standing that the forum's clock would give them a moment later. */
async function settlePlaces(db: Db) {
  const now = Math.floor(Date.now() / 1000);
  await refreshDue(db, now);
  await refreshThreads(db, now);
  await weighDue(db, now);
}

/** Sends no letters of notices: the clock does so a minute after each, amid what is compared. */
const holdLetters = (db: Db) =>
  db.updateTable("notice").set({ letter_at: null }).where("letter_at", "is not", null).execute();

/** What was read of a database, and how far it had been changed by others and by us. */
const readBefore = new WeakMap<Db, { state: string; rows: Rows }>();

async function rowsOfSqlite(db: Db): Promise<Rows> {
  const others = await sql`pragma data_version`.execute(db);
  const own = await sql`select total_changes()`.execute(db);
  const state = JSON.stringify([others.rows, own.rows]);
  const before = readBefore.get(db);
  if (before?.state === state) return before.rows;
  const rows: Rows = {};
  const tables = await sql<{ name: string }>`select name from sqlite_master
    where type = 'table' and name not like 'sqlite_%'`.execute(db);
  for (const { name } of tables.rows) {
    const all = await sql`select * from ${sql.table(name)}`.execute(db);
    rows[name] = JSON.stringify(all.rows);
  }
  readBefore.set(db, { state, rows });
  return rows;
}

async function rowsOfPostgres(db: Db): Promise<Rows> {
  // Every commit in any database of the engine makes it another.
  const { rows: snapshots } = await sql<{
    state: string;
  }>`select pg_current_snapshot()::text as state`.execute(db);
  const [{ state }] = snapshots as [{ state: string }];
  const before = readBefore.get(db);
  if (before?.state === state) return before.rows;
  const tables = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = current_schema()`.execute(db);
  const each = tables.rows.map(
    ({ name }) => sql`select ${name}::text as name,
      (select string_agg(one::text, chr(10) order by one::text) from ${sql.table(name)} as one) as rows`,
  );
  const all = sql<{ name: string; rows: string | null }>`${sql.join(each, sql` union all `)}`;
  const found = await all.execute(db);
  const rows = Object.fromEntries(found.rows.map(({ name, rows }) => [name, rows ?? ""]));
  readBefore.set(db, { state, rows });
  return rows;
}

/** The first value that a query finds. */
export async function firstValue({ db }: Scene, query: RawBuilder<unknown>): Promise<unknown> {
  const { rows } = await query.execute(db);
  const [row] = rows as Record<string, unknown>[];
  return row && Object.values(row)[0];
}
