/** A forum in one file, as it stands at one moment, while people go on writing. */
import { existsSync, linkSync, renameSync } from "node:fs";
import { type Contents, finishBackup } from "./backup-file.server.ts";
import { CannotMove } from "./cannot-move.ts";
import type { Watch } from "./copy-tables.server.ts";
import { fillTarget } from "./move-forum.server.ts";
import { openSource } from "./open-source.server.ts";
import { beginBeside, besideOf, removeDatabase, sync, syncFolder } from "./put-in-place.server.ts";
import { SqliteFile } from "./sqlite-file.server.ts";
import { openSqliteTarget } from "./sqlite-target.server.ts";

/** Backs up the forum at an address into a file that is not there yet, whole and checked or not at all; throws CannotMove or Stopped. */
export async function backupForum(
  address: string,
  file: string,
  now: number,
  watch: Watch,
): Promise<Contents> {
  if (existsSync(file)) throw alreadyThere(file);
  const temporary = besideOf(file, "making");
  try {
    if (address.startsWith("file:")) await copyPages(address, file);
    else await copyRows(address, temporary, watch);
    const contents = await finishBackup(temporary, now, watch);
    sync(temporary);
    giveName(temporary, file);
    syncFolder(file);
    return contents;
  } finally {
    removeDatabase(temporary);
  }
}

/** SQLite copies its own pages, quicker than anybody could read the rows. */
async function copyPages(address: string, file: string) {
  const source = await openSource(address);
  await source.close();
  const temporary = beginBeside(file, "making");
  const sqlite = new SqliteFile(address.slice("file:".length), { isReadOnly: true });
  try {
    await sqlite.copyTo(temporary);
  } finally {
    sqlite.close();
  }
}

async function copyRows(address: string, temporary: string, watch: Watch) {
  const source = await openSource(address);
  try {
    removeDatabase(temporary);
    const { isEqual } = await fillTarget(source, () => openSqliteTarget(temporary), watch);
    if (!isEqual) throw new CannotMove("The copy is not equal to the forum. Run this again.");
  } finally {
    await source.close();
  }
}

const alreadyThere = (file: string) =>
  new CannotMove(`${file} is there already and was left as it is. Name a new file.`);

/** Never in place of a file that is there. */
function giveName(temporary: string, file: string) {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as { code?: unknown }).code === "EEXIST" || existsSync(file))
      throw alreadyThere(file);
    // Some file systems know no second name for a file.
    renameSync(temporary, file);
  }
}
