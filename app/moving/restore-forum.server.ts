/** A backup in the place of a forum: checked before anything is replaced. */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/all.ts";
import { openDatabase } from "#db/open.server.ts";
import { type Contents, checkContents, openBackup, removeMarks } from "./backup-file.server.ts";
import { CannotMove } from "./cannot-move.ts";
import type { Watch } from "./copy-tables.server.ts";
import { fillTarget } from "./move-forum.server.ts";
import { openSqliteSource } from "./open-source.server.ts";
import { openPostgresTarget } from "./postgres-target.server.ts";
import {
  beginBeside,
  putInPlace,
  removeDatabase,
  replaceDatabase,
  takeAlone,
} from "./put-in-place.server.ts";
import { SqliteFile } from "./sqlite-file.server.ts";

export interface Restored extends Contents {
  /** Where the database is that was replaced; null where there was none, or PostgreSQL has it no more. */
  kept: string | null;
}

/** Restores a backup into the database at an address, whole or not at all; throws CannotMove or Stopped. `stamp` ends the name under which a file that was there is kept. */
export async function restoreForum(
  backup: string,
  address: string,
  stamp: string,
  watch: Watch,
): Promise<Restored> {
  const contents = openBackup(backup);
  if (address.startsWith("file:")) {
    const file = realPathOf(address.slice("file:".length));
    return { ...contents, kept: await restoreFile(backup, contents, file, stamp, watch) };
  }
  await restoreRows(backup, contents, address, watch);
  return { ...contents, kept: null };
}

/** Where a link leads: what it leads to is replaced, not the link. */
const realPathOf = (file: string) => (existsSync(file) ? realpathSync(file) : file);

async function restoreFile(
  backup: string,
  contents: Contents,
  file: string,
  stamp: string,
  watch: Watch,
): Promise<string | null> {
  if (existsSync(file)) takeAlone(file, { isGivenUp: true })();
  const temporary = beginBeside(file, "restoring");
  try {
    await copyChecked(backup, contents, temporary, watch);
    if (!existsSync(file)) {
      putInPlace(temporary, file);
      return null;
    }
    const kept = `${file}.before-restore-${stamp}`;
    const letGo = takeAlone(file, { isGivenUp: true });
    try {
      replaceDatabase(temporary, file, kept);
    } finally {
      letGo();
    }
    return kept;
  } finally {
    removeDatabase(temporary);
  }
}

/** Copies a backup, checks the copy and makes it a forum of the present version. */
async function copyChecked(backup: string, contents: Contents, file: string, watch: Watch) {
  copyFileSync(backup, file);
  chmodSync(file, 0o600);
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  try {
    await checkContents(sqlite, backup, contents.sums, watch);
    removeMarks(sqlite);
  } finally {
    sqlite.close();
  }
  const db = openDatabase(`file:${file}`);
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function restoreRows(backup: string, contents: Contents, address: string, watch: Watch) {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-restore-"));
  try {
    const file = path.join(folder, "forum.db");
    const isPresent = contents.version === migrations.length;
    if (!isPresent) await copyChecked(backup, contents, file, watch);
    const source = await openSqliteSource(isPresent ? backup : file);
    try {
      const open = () => openPostgresTarget(address, { isGivenUp: true });
      const { isEqual } = await fillTarget(source, open, watch);
      if (!isEqual) throw new CannotMove("The copy is not equal to the backup. Run this again.");
    } finally {
      await source.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
