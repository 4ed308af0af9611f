/** Lets one process of this folder work at a time: two starts at once must not install or build into one another. */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const folder = ".cache";
const lock = `${folder}/working`;
/** Between two looks at a lock that another process holds, in milliseconds. */
const LOOK_AGAIN = 200;
/** Longer than any installation takes, in milliseconds: an older lock is left over, and its number is somebody else's by now. */
const LEFT_OVER = 20 * 60_000;
let held = 0;
let isHolder = false;

/** Does the work once no other process does such work; a lock whose holder died counts for nothing. */
export async function oneAtATime(work) {
  if (held === 0) await takeLock();
  held += 1;
  try {
    return await work();
  } finally {
    held -= 1;
    if (held === 0) dropLock();
  }
}

async function takeLock() {
  mkdirSync(folder, { recursive: true });
  let said = false;
  while (!tryLock()) {
    const holder = readHolder();
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      breakLock(holder);
      continue;
    }
    if (!said) console.log(`Waiting for another start (process ${holder}) to finish.`);
    said = true;
    await pause(LOOK_AGAIN);
  }
  isHolder = true;
  process.on("exit", dropLock);
}

/** The lock appears with its holder's number in it, at once: a link is made or is not. */
function tryLock() {
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function readHolder() {
  try {
    return Number(readFileSync(lock, "utf8"));
  } catch {
    return undefined;
  }
}

/** In a container each start has the same number: a lock with ours that we did not take is left over too. */
function isAlive(holder) {
  if (holder === process.pid) return isHolder;
  try {
    process.kill(holder, 0);
    return Date.now() - statSync(lock).mtimeMs < LEFT_OVER;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Moves the dead holder's lock away. If another start was quicker, what was moved is its living lock: it is put back. */
function breakLock(dead) {
  const moved = `${lock}.${process.pid}.broken`;
  try {
    renameSync(lock, moved);
    if (Number(readFileSync(moved, "utf8")) !== dead) linkSync(moved, lock);
  } catch {
    // Gone already or taken again: the next look shows which.
  }
  rmSync(moved, { force: true });
}

function dropLock() {
  if (readHolder() === process.pid) rmSync(lock, { force: true });
  isHolder = false;
  process.off("exit", dropLock);
}
