/** How fast the scorer is: `node --expose-gc tests/bench/score.js`. Texts are invented; the fastest of many rounds is what the code costs, whatever else the machine does. */
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const vite = createRequire(import.meta.url).resolve("vite/package.json");
const { build } = createRequire(vite)("esbuild");
const outfile = path.resolve("build/bench-score.js");
await build({
  entryPoints: ["app/substance/score.server.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  logLevel: "warning",
});

/** What is held, after what is not has been let go. */
function held() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const before = { held: held(), all: process.memoryUsage().rss };
const began = performance.now();
const { scorer } = await import(pathToFileURL(outfile).href);
const score = scorer();
score("One text, so that everything is read.");
const loading = performance.now() - began;

const words =
  "the report counts each request twice because its table of last May leaves out what the second server answered so I ran it again with 40 threads and you can see in section 3 that nobody was wrong about the cost but the conclusion does not follow".split(
    " ",
  );
let state = 7;
const draw = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state % below;
};
/** Prose of so many characters, an insult in every twentieth sentence. */
function compose(size) {
  let text = "";
  while (text.length < size) {
    if (draw(20) === 0) text += "You are a complete dunce. ";
    for (let left = 6 + draw(20); left > 0; left--) text += `${words[draw(words.length)]} `;
    text = `${text.trimEnd()}. ${draw(6) === 0 ? "\n\n> they said that\n\n" : ""}`;
  }
  return text.slice(0, size);
}

function fastest(text, rounds) {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    score(text);
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const posts = Array.from({ length: 200 }, () => compose(1000));
for (const post of posts) fastest(post, 10);
const times = posts.map((post) => fastest(post, 20)).sort((one, other) => one - other);
const show = (label, value, bound, unit = "ms") =>
  console.log(`${label.padEnd(28)} ${value.toFixed(2).padStart(8)} ${unit}   bound ${bound}`);
show("loading", loading, 150);
show("1,000 characters, median", times[100], 0.3);
show("1,000 characters, 99 in 100", times[197], 3);
show("memory that is held", (held() - before.held) / 1e6, 40, "MB");
rmSync(outfile);
show("memory of the process, more", (process.memoryUsage().rss - before.all) / 1e6, "–", "MB");
for (const size of [32_768, 65_536, 131_072, 1_048_576])
  show(`${size} characters`, fastest(compose(size), 6), size === 32_768 ? 30 : "linear");
