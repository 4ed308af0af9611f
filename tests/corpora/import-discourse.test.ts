/** A real forum is imported by the command, killed on the way, and read. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type DefaultTreeAdapterTypes, parse, serialize } from "parse5";
import { expect, it, onTestFinished } from "vitest";
import { wrapDatabase } from "#db/open.server.ts";
import { closeAfterwards } from "../forum.ts";
import { attribute, elements } from "../http/forms.ts";
import { startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { linksOf } from "../http/written.ts";
import { compareWords } from "../importing/compare-words.ts";
import { everythingImported } from "../importing/outer.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { wrongCounts } from "../threads/counts.ts";
import { describePosts, type RealPost, readRealPosts, realFile } from "./corpus.ts";

interface OuterRow extends RealPost {
  id: number;
  cooked: string;
  updated_at: string;
  version: number;
}

/** Of each post the row that was edited last. */
function lastRows() {
  const rows = new Map<number, OuterRow>();
  for (const row of readRealPosts() as OuterRow[]) {
    const other = rows.get(row.id);
    const isLater =
      !other ||
      row.updated_at > other.updated_at ||
      (row.updated_at === other.updated_at && row.version >= other.version);
    if (isLater) rows.set(row.id, row);
  }
  return rows;
}

function startImport(database: string) {
  const given = ["import", "discourse", path.resolve(realFile), "--source", "Elsewhere"];
  const child = spawn(process.execPath, ["build/command.js", ...given], {
    env: { ...process.env, DATABASE_URL: `file:${database}`, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  child.stdout.on("data", (bytes) => {
    output += bytes;
  });
  const ended = new Promise<number>((resolve) =>
    child.once("close", (code) => resolve(code ?? 128)),
  );
  return { child, ended: ended.then((code) => ({ code, output })) };
}

/** Kills the import outright when so many posts are there. */
async function killAt(child: ChildProcess, database: string, posts: number) {
  for (let count = 0; count < posts && child.exitCode === null; ) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!existsSync(database)) continue;
    const sqlite = new Database(database, { readonly: true });
    try {
      count = (
        sqlite.prepare("select count(*) as count from imported_post").get() as { count: number }
      ).count;
    } catch {
      // Its tables are not there yet.
    }
    sqlite.close();
  }
  child.kill("SIGKILL");
}

function openFile(database: string) {
  const db = wrapDatabase(new Database(database));
  closeAfterwards(db);
  return db;
}

/** All that was imported, but for the moment at which the topic was made. */
async function readForum(database: string) {
  const all = await everythingImported(openFile(database));
  all.topic = all.topic!.map((row) => ({ ...(row as object), made_at: 0 }));
  return all;
}

/** The articles of posts on a page, by their ids, as HTML. */
function postsOn(html: string) {
  const posts = new Map<number, string>();
  for (const element of elements(parse(html), "article")) {
    const id = /^post-(\d+)$/.exec(attribute(element, "id") ?? "")?.[1];
    if (id) posts.set(Number(id), serialize(element as DefaultTreeAdapterTypes.Element));
  }
  return posts;
}

/** Reads every page of every thread; answers each post as a page shows it. */
async function readAll(visitor: Visitor, threads: number[], posts: number[]) {
  const shown = new Map<number, string>();
  const read = async (address: string) => {
    const answer = await visitor.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    for (const [id, html] of postsOn(answer.body)) shown.set(id, html);
    return linksOf(answer.body, "next")[0];
  };
  for (const id of threads) {
    const { location } = await visitor.get(`/threads/${id}`);
    let next: string | undefined = location ?? `/threads/${id}`;
    while (next) next = await read(next);
  }
  for (const id of posts.filter((id) => !shown.has(id))) {
    const { status, location } = await visitor.get(`/posts/${id}`);
    expect([id, status]).toEqual([id, 302]);
    await read(location!);
  }
  return shown;
}

describePosts("A real forum", () => {
  it("is imported once, however often the import is killed, and reads as it did", {
    timeout: 600_000,
  }, async () => {
    const folder = makeQuickFolder("import-whole-");
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const rows = lastRows();
    const database = path.join(folder, "forum.db");
    const began = performance.now();
    const first = await startImport(database).ended;
    console.info(
      `Imported in ${((performance.now() - began) / 1000).toFixed(1)} s.\n${first.output}`,
    );
    // Older texts of posts that are there twice were skipped.
    expect(first.code).toBe(1);
    const whole = await readForum(database);
    expect(whole.imported_post).toHaveLength(rows.size);
    expect(whole.imported_thread).toHaveLength(256);
    expect(await wrongCounts(openFile(database))).toEqual([]);

    await startImport(database).ended;
    expect(await readForum(database)).toEqual(whole);

    const other = path.join(folder, "killed.db");
    for (const posts of [1, 400, 1_500]) {
      const { child, ended } = startImport(other);
      await killAt(child, other, posts);
      await ended;
      expect(await wrongCounts(openFile(other))).toEqual([]);
    }
    await startImport(other).ended;
    const killed = await readForum(other);
    for (const [table, rows] of Object.entries(whole)) {
      const same = new Set(rows.map((row) => JSON.stringify(row)));
      const others = killed[table]!.filter((row) => !same.has(JSON.stringify(row)));
      expect([table, others.slice(0, 3)]).toEqual([table, []]);
      expect([table, killed[table]!.length]).toEqual([table, rows.length]);
    }

    const server = await startServer({ database: `file:${database}` });
    const ids = new Map(
      (whole.imported_post as unknown as { outer_id: number; post_id: number }[]).map((row) => [
        row.outer_id,
        row.post_id,
      ]),
    );
    const threads = (whole.imported_thread as unknown as { thread_id: number }[]).map(
      (row) => row.thread_id,
    );
    const shown = await readAll(new Visitor(server.origin), threads, [...ids.values()]);
    expect(await server.stop()).toBe(0);

    const withdrawn = new Set(
      (whole.post as unknown as { id: number; withdrawn_at: number | null }[])
        .filter((post) => post.withdrawn_at !== null)
        .map((post) => post.id),
    );
    const lacking: string[] = [];
    for (const row of rows.values()) {
      const id = ids.get(row.id)!;
      const { share, lost } = compareWords(row.cooked, shown.get(id) ?? "");
      if (share >= 0.97) continue;
      const cause = withdrawn.has(id)
        ? "taken back by its author"
        : `${lost.length} words less${row.cooked.includes('class="math"') ? ", it has formulas" : ""}`;
      lacking.push(`outer post ${row.id}: ${(share * 100).toFixed(1)} %, ${cause}`);
    }
    const kept = 1 - lacking.length / rows.size;
    console.info(
      `${(kept * 100).toFixed(2)} % of ${rows.size} posts show 97 % of their words or more; the others:\n${lacking.join("\n")}`,
    );
    expect(kept).toBeGreaterThanOrEqual(0.95);
  });
});
