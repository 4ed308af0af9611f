/** What a process and all that it started have used, read from /proc; null where the system has none. */
import { readdirSync, readFileSync } from "node:fs";

/** What the kernel counts in /proc in a second; Linux has had no other number for programs since 2.6. */
const TICKS = 100;

/** Whether this system tells what other processes use. */
export const canCount = process.platform === "linux";

/** Seconds of processor that a process and all below it have used so far. */
export function processorSeconds(pid) {
  if (!canCount) return null;
  const ticks = familyOf(pid).map(({ fields }) =>
    // utime, stime, and those of children that ended.
    [11, 12, 13, 14].reduce((sum, place) => sum + Number(fields[place]), 0),
  );
  return ticks.reduce((sum, count) => sum + count, 0) / TICKS;
}

/** Megabytes (of a million bytes) that a process and all below it hold, as PSS: what is their own whole, and of what they share, with one another or with other programs, their share. */
export function memory(pid) {
  if (!canCount) return null;
  const kilobytes = familyOf(pid).map(({ pid }) => {
    const [, held] = /^Pss: +(\d+) kB/m.exec(readOrEmpty(`/proc/${pid}/smaps_rollup`)) ?? [];
    return Number(held ?? 0);
  });
  return (kilobytes.reduce((sum, count) => sum + count, 0) * 1024) / 1e6;
}

/** A process and all that it started, with the fields of /proc/PID/stat from the state on. */
function familyOf(pid) {
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const stat = readOrEmpty(`/proc/${name}/stat`);
      // The name before it may hold anything, spaces and brackets too.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return { pid: Number(name), parent: Number(fields[1]), fields };
    })
    .filter(({ fields }) => fields.length > 14);
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

/** A process may end while it is read. */
function readOrEmpty(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
