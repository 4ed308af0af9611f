/** The seal of a backup: the SHA-256 of its whole file stands inside of it, so that one changed byte anywhere is known. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import type { SqliteFile } from "./sqlite-file.server.ts";

/** What the digits stand behind in their table, alone on their page. */
const MARK = "SHA-256 of this file with zeros for the digits that follow: ";
const ZEROS = "0".repeat(64);
const CHUNK = 1 << 20;

/** Makes room for the digits; nothing may change the file between this and sealFile but closing it. */
export function makeRoomForSeal(sqlite: SqliteFile) {
  sqlite.exec("create table backup_seal (seal text not null) strict");
  sqlite.run("insert into backup_seal values (?)", MARK + ZEROS);
}

/** Where in its file the digits stand; null where there are none. */
export function findSeal(sqlite: SqliteFile, file: string): number | null {
  const page = sqlite.value<number>(
    "select rootpage from sqlite_schema where name = 'backup_seal'",
  );
  const size = sqlite.value<number>("select page_size from pragma_page_size");
  if (!page || !size) return null;
  const bytes = Buffer.alloc(size);
  const descriptor = openSync(file, "r");
  try {
    readSync(descriptor, bytes, 0, size, (page - 1) * size);
  } finally {
    closeSync(descriptor);
  }
  // The last one: what the page held before may still stand before its one row.
  const place = bytes.lastIndexOf(MARK);
  return place < 0 ? null : (page - 1) * size + place + MARK.length;
}

/** Writes the digits to their place in a file that nobody has open. */
export function sealFile(file: string, place: number) {
  const descriptor = openSync(file, "r+");
  try {
    writeSync(descriptor, digestOf(descriptor, place), place);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether every byte of a file is as it was sealed. */
export function isSealed(file: string, place: number): boolean {
  const descriptor = openSync(file, "r");
  try {
    const digits = Buffer.alloc(ZEROS.length);
    readSync(descriptor, digits, 0, digits.length, place);
    return digits.toString("latin1") === digestOf(descriptor, place);
  } finally {
    closeSync(descriptor);
  }
}

/** The digest of a file with zeros at the place of the digits. */
function digestOf(descriptor: number, place: number): string {
  const hash = createHash("sha256");
  const bytes = Buffer.alloc(CHUNK);
  const end = fstatSync(descriptor).size;
  for (let start = 0; start < end; ) {
    const read = readSync(descriptor, bytes, 0, CHUNK, start);
    if (read === 0) break;
    const [from, to] = [Math.max(place, start), Math.min(place + ZEROS.length, start + read)];
    if (from < to) bytes.fill("0", from - start, to - start);
    hash.update(bytes.subarray(0, read));
    start += read;
  }
  return hash.digest("hex");
}
