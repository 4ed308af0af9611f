/** Runs a bench by its name: `npm run bench -- import`; without a name that of the whole forum. Plain JavaScript, for it runs what is built. */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildIfStale } from "../../app/build.js";

const own = path.basename(import.meta.filename);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".js") && file !== own)
  .map((file) => file.slice(0, -3));
const given = process.argv.slice(2);
const isWhole = given.length === 0 || given[0].startsWith("--");
const name = isWhole ? "forum/run" : given.shift();

if (!(isWhole || names.includes(name)) || !existsSync("package.json")) {
  console.error(
    `npm run bench, or npm run bench -- NAME, where NAME is one of: ${names.join(", ")}.`,
  );
  process.exit(2);
}
// What is measured is alone on standard output.
if (isWhole) {
  console.log = console.error;
  console.info = console.error;
}
await buildIfStale();
const { run } = await import(`./${name}.js`);
process.exitCode = await run(given);
