/** A real forum goes to PostgreSQL and back: its tables and its pages stay what they were. */
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import type { Watch } from "#app/moving/copy-tables.server.ts";
import { moveForum } from "#app/moving/move-forum.server.ts";
import { refreshDue } from "#app/ranking/refresh-due.server.ts";
import { refreshThreads } from "#app/ranking/refresh-threads.server.ts";
import { wrapDatabase } from "#db/open.server.ts";
import { startServer } from "../http/server.ts";
import { Visitor } from "../http/visitor.ts";
import { startPostgres } from "../postgres.ts";
import { makeQuickFolder } from "../quick-folder.ts";
import { describePosts, realFile } from "./corpus.ts";

const patient: Watch = { show() {}, isStopped: () => false };

/** Imports the archive into a file, as its administrator would. */
function importInto(file: string): Promise<number | null> {
  const given = ["import", "discourse", path.resolve(realFile), "--source", "Elsewhere"];
  const child = spawn(process.execPath, ["build/command.js", ...given], {
    env: { ...process.env, DATABASE_URL: `file:${file}`, NODE_ENV: "production" },
    stdio: "ignore",
  });
  return new Promise((resolve) => child.once("close", resolve));
}

/** What follows an import a moment later, followed now, so that the two forums show the same from the start. */
async function settle(file: string) {
  const db = wrapDatabase(new Database(file));
  const now = Math.floor(Date.now() / 1000);
  await refreshDue(db, now);
  await refreshThreads(db, now);
  await db.destroy();
}

async function makePostgres(): Promise<string> {
  const postgres = await startPostgres();
  onTestFinished(() => postgres.discard());
  const client = new pg.Client({ connectionString: `${postgres.url}postgres` });
  await client.connect();
  await client.query("create database forum template template0");
  await client.end();
  return `${postgres.url}forum`;
}

/** What everybody may read and the database holds; pages that are the program's own are left out. */
const isPublic = (address: string) =>
  /^\/($|\?|topics|people\/|log|sitemap)/.test(address) ||
  // Of every thread its first order, of some the others: all would take minutes.
  /^\/threads\/(\d+[^/?]*(\?after=[^&]*)?|\d*0(-[^/?]*)?\?.*)$/.test(address);

/** How many pages are asked for at once. */
const AT_ONCE = 8;

/** Reads every public page to which another one leads, on both servers; answers how many, and which differ. */
async function compareEverything(one: Visitor, other: Visitor) {
  const waiting = ["/", "/?order=new", "/?order=active", "/topics", "/log"];
  const known = new Set(waiting);
  const different: string[] = [];
  const go = async () => {
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      const [here, there] = await Promise.all([read(one, address), read(other, address)]);
      if (here.text !== there.text) different.push(address);
      for (const link of here.links.filter((link) => isPublic(link) && !known.has(link))) {
        known.add(link);
        waiting.push(link);
      }
    }
  };
  // Those that find nothing to do at first come again.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, go));
  return { count: known.size, different };
}

async function read(visitor: Visitor, address: string) {
  const { status, location, body } = await visitor.get(address);
  // Each process seals the keys of its cursors by a secret of its own.
  const own = (text: string) =>
    text
      .replaceAll(visitor.origin, "https://forum.example")
      .replace(/after=[\w-]{22}\./g, "after=sealed.");
  return {
    text: JSON.stringify([status, own(location ?? ""), own(body)]),
    links: location ? [location] : linksIn(body),
  };
}

/** Reading thousands of pages as a browser does would take longer than serving them. */
const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"#]+)/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));

describePosts("A real forum", () => {
  it("is equal after it moved to PostgreSQL and back, and its pages are the same bytes there", {
    timeout: 900_000,
  }, async () => {
    const folder = makeQuickFolder("move-archive-");
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const first = path.join(folder, "first.db");
    const third = path.join(folder, "third.db");
    const [second] = await Promise.all([makePostgres(), importInto(first)]);
    await settle(first);
    const began = performance.now();
    const there = await moveForum(`file:${first}`, second, patient);
    const halfway = performance.now();
    const back = await moveForum(second, `file:${third}`, patient);
    const seconds = [halfway - began, performance.now() - halfway].map((time) => time / 1000);
    expect(there.to).toEqual(there.from);
    expect(back.from).toEqual(there.from);
    expect(back.to).toEqual(there.from);
    const rows = there.from.reduce((sum, table) => sum + table.rows, 0);
    console.info(
      `Moved ${rows} rows there in ${seconds[0]?.toFixed(1)} s and back in ${seconds[1]?.toFixed(1)} s.`,
    );

    const here = await startServer({ database: `file:${first}` });
    const elsewhere = await startServer({ database: second });
    const { count, different } = await compareEverything(
      new Visitor(here.origin),
      new Visitor(elsewhere.origin),
    );
    console.info(`Compared ${count} pages.`);
    expect(count).toBeGreaterThan(500);
    expect(different).toEqual([]);
    await Promise.all([here.stop(), elsewhere.stop()]);
  });
});
