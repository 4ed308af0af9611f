/** Folders for databases that are thrown away, which need not wait for a disk. */
import { accessSync, constants, mkdtempSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** Free bytes that make it worth it: far more than all tests take at once. */
const ENOUGH = 2_000_000_000;

/** A new folder: in memory where there is room, or among other temporary ones. */
export const makeQuickFolder = (name: string) =>
  mkdtempSync(path.join(hasRoom() ? MEMORY : tmpdir(), name));

function hasRoom(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH;
  } catch {
    return false;
  }
}
