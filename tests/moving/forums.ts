/** Forums to move: the demonstration in a file, looked at by hand and left as they are. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { fillForum } from "#app/demonstration/fill-forum.server.ts";
import type { Watch } from "#app/moving/copy-tables.server.ts";
import { addStarterTopics } from "#app/topics/add-starter-topics.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { type Db, openDatabase } from "#db/open.server.ts";
import { closeAfterwards, START } from "../forum.ts";

/** A folder that is gone when its test ends. */
export function makePlace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-moving-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let filled: Promise<string> | undefined;

/** The demonstration forum in a file of its own. */
export async function makeDemonstration(folder: string): Promise<string> {
  filled ??= fill();
  const file = path.join(folder, "forum.db");
  copyFileSync(await filled, file);
  return file;
}

async function fill(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-demonstration-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "forum.db");
  const db = openDatabase(`file:${file}`);
  await migrate(db);
  await addStarterTopics(db, START);
  await fillForum(db, START);
  await db.destroy();
  return file;
}

/** Opens a database until its test ends. */
export function open(address: string): Db {
  const db = openDatabase(address);
  closeAfterwards(db);
  return db;
}

/** Looks on in silence. */
export const patient: Watch = { show() {}, isStopped: () => false };
