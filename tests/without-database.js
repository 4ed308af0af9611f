/** Which tests say the same on every engine. Plain JavaScript, for it is loaded with the configuration. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Through which a test comes to a database of the engine it is run on. */
const doors = ["tests/forum.ts", "tests/databases.ts", "tests/postgres.ts"];
/** What asks on which engine it is run. */
const ASKS = /\binject\(/;
const IMPORTED = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/** The tests that neither open a database of the engine they are run on nor ask which it is, themselves or by what they import from other rooms of the tests. */
export function testsWithoutDatabase() {
  const read = readOnce();
  return readdirSync("tests", { recursive: true })
    .map((name) => `tests/${name.replaceAll("\\", "/")}`)
    .filter((file) => /\.test\.tsx?$/.test(file) && !knowsItsEngine(file, read));
}

function knowsItsEngine(file, read) {
  const met = new Set([file]);
  // Whatever joins them meanwhile is met, too.
  for (const one of met) {
    const { asks, imported } = read(one);
    if (asks || doors.includes(one)) return true;
    for (const other of imported) met.add(other);
  }
  return false;
}

function readOnce() {
  const known = new Map();
  return (file) => {
    if (!known.has(file)) known.set(file, readTest(file));
    return known.get(file);
  };
}

function readTest(file) {
  const text = readFileSync(file, "utf8");
  const imported = Array.from(text.matchAll(IMPORTED), ([, place]) =>
    path.posix.join(path.posix.dirname(file), place),
  );
  return {
    asks: ASKS.test(text),
    imported: imported.filter((other) => other.startsWith("tests/") && existsSync(other)),
  };
}
