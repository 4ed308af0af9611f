/** Posts of an invented forum as Discourse's API gives them, and one way to import them. */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { onTestFinished } from "vitest";
import { listFiles } from "#app/importing/read-files.server.ts";
import type { Counts, Wish } from "#app/importing/run.ts";
import { runImport } from "#app/importing/run-import.server.ts";
import { sayIt } from "#app/strings/say.ts";
import { indexOlderThreads } from "#app/threads/index-title.server.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { makeQuickFolder } from "../quick-folder.ts";

export type Row = Record<string, unknown>;

const FIRST = Date.parse("2024-03-01T10:00:00Z");

/** A row with all that the API gives, each post an hour after the one before. */
export function outerPost(thread: number, number: number, given: Row = {}): Row {
  const raw = String(given.raw ?? `Post ${number} of thread ${thread}.`);
  const at = new Date(FIRST + thread * 86_400_000 + number * 3_600_000).toISOString();
  return {
    id: thread * 1_000 + number,
    username: ["gannet", "petrel", "fulmar"][(thread + number) % 3],
    created_at: at,
    updated_at: at,
    cooked: `<p>${raw}</p>`,
    raw,
    post_number: number,
    post_type: 1,
    reply_to_post_number: null,
    topic_id: thread,
    topic_slug: `thread-${thread}`,
    topic_title: `Thread ${thread} of the gannets`,
    category_id: 7,
    version: 1,
    actions_summary: [],
    hidden: false,
    deleted_at: null,
    user_deleted: false,
    ...given,
  };
}

/** The time of a row in seconds. */
export const timeOf = (row: Row) => Date.parse(String(row.created_at)) / 1000;

export const asLines = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).join("\n");

/** A folder of its own for files, gone after the test. */
export function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = makeQuickFolder("outer-");
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

export interface Imported {
  counts: Counts;
  /** What was told, with the file's own name before the line. */
  told: string[];
  reported: unknown[];
}

/** Imports paths of a folder. */
export async function importFrom(
  db: Db,
  folder: string,
  paths: string[],
  given: Partial<Wish> & { isStopped?: () => boolean } = {},
): Promise<Imported> {
  const told: string[] = [];
  const reported: unknown[] = [];
  const { isStopped = () => false, ...wish } = given;
  const counts = await runImport(
    db,
    {
      files: listFiles(paths, folder),
      source: "Seabirds",
      origin: "https://birds.example",
      topics: new Map(),
      now: START,
      ...wish,
    },
    {
      tell: (where, said) => told.push(`${where}: ${sayIt(said)}`),
      progress: () => {},
      isStopped,
      report: (error) => reported.push(error),
    },
  );
  return { counts, told, reported };
}

/** Imports rows, one a line, from one file. */
export const importRows = (
  db: Db,
  rows: readonly Row[],
  given?: Parameters<typeof importFrom>[3],
) => importFrom(db, makeFolder({ "posts.ndjson": asLines(rows) }), ["posts.ndjson"], given);

const tables: Record<string, string> = {
  ...{ person: "id", topic: "id", thread: "id", post: "id", revision: "id" },
  ...{ thread_topic: "thread_id, topic_id", thread_person: "thread_id, person_id" },
  ...{ mention: "post_id, person_id", quotation: "post_id, quoted_post_id" },
  title_word: "thread_id, word",
  imported_person: "source, outer_key",
  imported_thread: "source, outer_id",
  imported_post: "source, outer_thread_id, number",
};

/** All that an import writes, and the words of its titles that the clock takes; but for the events, which tell of each run. */
export async function everythingImported(db: Db) {
  await indexOlderThreads(db);
  const all: Record<string, unknown[]> = {};
  for (const [table, order] of Object.entries(tables)) {
    all[table] = (await sql.raw(`select * from "${table}" order by ${order}`).execute(db)).rows;
  }
  return all;
}

/** The posts of the threads that were imported, as they read. */
export async function readImported(db: Db) {
  return db
    .selectFrom("post")
    .innerJoin("thread", "thread.id", "post.thread_id")
    .innerJoin("person", "person.id", "post.author_id")
    .leftJoin("imported_post", "imported_post.post_id", "post.id")
    .select(["post.id", "post.parent_id", "post.depth", "post.body", "post.html", "person.name"])
    .select(["post.posted_at", "post.edited_at", "post.withdrawn_at", "post.liked_elsewhere"])
    .select([
      "thread.title",
      "thread.id as thread_id",
      "imported_post.number",
      "imported_post.waits",
    ])
    .select(["imported_post.outer_thread_id as outer"])
    .where("thread.imported_from", "is not", null)
    .orderBy("post.id")
    .execute();
}
