/** A backup in the place of a forum: checked before anything is replaced. */
import { chmodSync, copyFileSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "#db/migrate.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { type Contents, checkContents, openBackup, removeMarks } from "./backup-file.server.ts";
import { CannotMove } from "./cannot-move.ts";
import type { Watch } from "./copy-tables.server.ts";
import { holdLetters } from "./hold-letters.server.ts";
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
  /** Letters that waited, and were set aside. */
  letters: number;
}

/** Restores a backup into the database at an address, whole or not at all; throws CannotMove or Stopped. `stamp` ends the name under which a file that was there is kept. What waited to be sent may have gone out since the backup was made: it is sent no more. `now` in epoch seconds. */
export async function restoreForum(
  backup: string,
  address: string,
  { stamp, now }: { stamp: string; now: number },
  watch: Watch,
): Promise<Restored> {
  const contents = openBackup(backup);
  const copying = { backup, contents, now, watch };
  if (!address.startsWith("file:")) {
    return { ...contents, kept: null, letters: await restoreRows(copying, address) };
  }
  const file = realPathOf(address.slice("file:".length));
  return { ...contents, ...(await restoreFile(copying, file, stamp)) };
}

interface Copying {
  backup: string;
  contents: Contents;
  now: number;
  watch: Watch;
}

/** Where a link leads: what it leads to is replaced, not the link. */
const realPathOf = (file: string) => (existsSync(file) ? realpathSync(file) : file);

async function restoreFile(copying: Copying, file: string, stamp: string) {
  if (existsSync(file)) takeAlone(file, { isGivenUp: true })();
  const temporary = beginBeside(file, "restoring");
  try {
    const letters = await copyChecked(copying, temporary);
    if (!existsSync(file)) {
      putInPlace(temporary, file);
      return { kept: null, letters };
    }
    const kept = `${file}.before-restore-${stamp}`;
    const letGo = takeAlone(file, { isGivenUp: true });
    try {
      replaceDatabase(temporary, file, kept);
    } finally {
      letGo();
    }
    return { kept, letters };
  } finally {
    removeDatabase(temporary);
  }
}

/** Copies a backup, checks the copy and makes it a forum of the present version that sends nothing twice; answers how many letters it holds back. */
async function copyChecked({ backup, contents, now, watch }: Copying, file: string) {
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
    return await holdLetters(db, now);
  } finally {
    await db.destroy();
  }
}

async function restoreRows(copying: Copying, address: string) {
  const folder = mkdtempSync(path.join(tmpdir(), "steelman-restore-"));
  try {
    const file = path.join(folder, "forum.db");
    const letters = await copyChecked(copying, file);
    const source = await openSqliteSource(file);
    try {
      const open = () => openPostgresTarget(address, { isGivenUp: true });
      const { isEqual } = await fillTarget(source, open, copying.watch);
      if (!isEqual) throw new CannotMove("The copy is not equal to the backup. Run this again.");
      return letters;
    } finally {
      await source.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
