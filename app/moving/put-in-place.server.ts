/** Files that are made beside the place where they are wanted and stand there all at once. */
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { CannotMove } from "./cannot-move.ts";
import { SqliteFile } from "./sqlite-file.server.ts";

/** What SQLite writes beside a database. */
const BESIDE = ["-wal", "-shm", "-journal"];

/** Makes an empty file beside the one that is wanted, for its owner's eyes alone, with the folder where there is none; what a killed run left there is thrown away. */
export function beginBeside(file: string, purpose: string): string {
  const temporary = besideOf(file, purpose);
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) mkdirSync(folder);
  removeLeftOver(file, purpose);
  closeSync(openSync(temporary, "wx", 0o600));
  return temporary;
}

/** The name of this process's file beside another. */
export const besideOf = (file: string, purpose: string) => `${file}.${purpose}-${process.pid}`;

/** Removes what processes left beside a file that are no more. */
export function removeLeftOver(file: string, purpose: string) {
  const start = `${path.basename(file)}.${purpose}-`;
  const folder = path.dirname(path.resolve(file));
  for (const name of readdirSync(folder).filter((name) => name.startsWith(start))) {
    const id = Number.parseInt(name.slice(start.length), 10);
    if (id === process.pid || !isAlive(id)) rmSync(path.join(folder, name), { force: true });
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as { code?: unknown }).code === "EPERM";
  }
}

export function removeDatabase(file: string) {
  for (const end of ["", ...BESIDE]) rmSync(`${file}${end}`, { force: true });
}

/** Puts a whole file where it is wanted, on disk before it stands there. */
export function putInPlace(temporary: string, file: string) {
  sync(temporary);
  renameSync(temporary, file);
  syncFolder(file);
}

/** As putInPlace, where a database stands already: it is kept under another name, and what replaces it gets its owner and rights. */
export function replaceDatabase(temporary: string, file: string, kept: string) {
  const { mode, uid, gid } = statSync(file);
  chmodSync(temporary, mode & 0o777);
  if (process.getuid?.() === 0) chownSync(temporary, uid, gid);
  try {
    linkSync(file, kept);
  } catch {
    // Some file systems know no second name for a file.
    copyFileSync(file, kept);
  }
  sync(kept);
  for (const end of BESIDE) {
    if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`);
  }
  putInPlace(temporary, file);
}

/** On disk, whatever happens to the power. */
export function sync(file: string) {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** As sync, for the name of a file. */
export function syncFolder(file: string) {
  // Windows opens no folder.
  if (process.platform === "win32") return;
  const descriptor = openSync(path.dirname(path.resolve(file)), "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Takes a database for this process alone and writes its log back into it; throws CannotMove while another program has it open. Answers how to let go. One that is given up may be damaged. */
export function takeAlone(file: string, { isGivenUp = false } = {}): () => void {
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  try {
    sqlite.exec("pragma busy_timeout = 0");
    // Whoever has it open holds a part of its log, and then this is refused.
    sqlite.exec("pragma journal_mode = delete");
    sqlite.exec("begin exclusive");
  } catch (error) {
    sqlite.close();
    const code = String((error as { code?: unknown }).code);
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
      throw new CannotMove(
        `A program has ${file} open: stop the forum that runs on it, then run this again.`,
      );
    }
    if (isGivenUp && /^SQLITE_(CORRUPT|NOTADB)/.test(code)) return () => {};
    throw error;
  }
  return () => sqlite.close();
}
