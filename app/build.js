/** Builds what runs: our own server, worker and commands by the esbuild that Vite brings, the pages by Vite. Plain JavaScript, for it runs before anything is built. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { CannotStart, run } from "./install.js";
import { oneAtATime } from "./one-at-a-time.js";

const workers = [
  "app/markdown/render-worker.ts",
  "app/ranking/fit/fit-worker.server.ts",
  "app/search/search-worker.server.ts",
];
/** What esbuild bundles into build/, one file each. */
const entries = [...workers, "app/serve.server.ts", "app/command.server.ts"];
/** What the build is made from. */
const sources = [
  "app",
  "db",
  "public",
  "package.json",
  "package-lock.json",
  "remix.config.js",
  "tsconfig.json",
];
/** Packages of hundreds of small files: each becomes one file, which loads in a fraction of the time; the others stay where they are. */
export const joined = ["diff", "feedsmith", "kysely"];
/** A shorter file fits into one packet as it is; in bytes. */
const WORTHWHILE = 1024;
/** The fingerprint of the sources of the present build. */
const mark = "build/.sources";

const bundling = {
  outdir: "build",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  jsx: "automatic",
  // Our lines are grouped by objects within objects, each of which would be made and copied at every run.
  minifySyntax: true,
  logLevel: "warning",
};

/** Bundles our own TypeScript into build/, app/serve.server.ts as build/serve.js, and the packages that are joined beside it; the others stay where they are. */
export async function buildOwn(files = entries) {
  const { build } = loadBundler();
  await build({
    ...bundling,
    entryPoints: files
      .filter((entry) => existsSync(entry))
      .map((entry) => ({
        in: entry,
        out: path.basename(entry).split(".")[0],
      })),
    packages: "external",
    plugins: [besides],
  });
  await build({ ...bundling, outdir: "build/packages", entryPoints: joined });
}

/** Whoever takes a package that is joined takes that one file. */
const besides = {
  name: "besides",
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${joined.join("|")})$`) }, ({ path: name }) => ({
      path: `./packages/${name}.js`,
      external: true,
    }));
  },
};

/** The esbuild of Vite: the same bundles from Vite's own build take six times as long. */
function loadBundler() {
  const vite = createRequire(import.meta.url).resolve("vite/package.json");
  return createRequire(vite)("esbuild");
}

/** Bundles only the workers, which is all that most tests need. */
export const buildWorker = () => buildOwn(workers);

/** Builds the pages with Remix's Vite plugin into build/server and build/client. */
async function buildPages() {
  if (!existsSync("app/root.tsx")) return;
  const remix = "node_modules/@remix-run/dev/dist/cli.js";
  const { code, output } = await run(
    process.execPath,
    [remix, "vite:build", "-c", "remix.config.js", "--logLevel", "warn"],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NODE_ENV: "production", VITEST: "" },
    },
  );
  if (code === 0) return;
  process.stderr.write(output);
  throw new CannotStart("The pages could not be built; the lines above say why.");
}

/** Writes the program of the pages as ours: an object that is laid out within another is no copy then. */
async function simplifyPages(file = "build/server/index.js") {
  if (!existsSync(file)) return;
  const { transform } = loadBundler();
  const { target, format, minifySyntax } = bundling;
  const wish = { target, format, minifySyntax, loader: "js", charset: "utf8" };
  writeFileSync(file, (await transform(readFileSync(file, "utf8"), wish)).code);
}

/** Takes out of our own files what is only for those who read their source; those of the pages are without it already. */
async function shortenFiles(folder = "build/client") {
  if (!existsSync(folder)) return;
  const { transform } = loadBundler();
  const names = readdirSync(folder, { recursive: true });
  for (const name of names.filter((name) => /^(?!assets\b).*\.(css|js)$/.test(name))) {
    const file = `${folder}/${name}`;
    const loader = path.extname(name).slice(1);
    const wish = { loader, minify: true, charset: "utf8", sourcefile: file };
    writeFileSync(file, (await transform(readFileSync(file, "utf8"), wish)).code);
  }
}

/** The very best takes three times as long, for one byte in fifty. */
const nearlyBest = { [constants.BROTLI_PARAM_QUALITY]: 10 };

/** Lays a compressed file beside each file of the pages that is worth it, for those who take it so. */
async function compressFiles(folder = "build/client") {
  if (!existsSync(folder)) return;
  const compress = async (file) => {
    const content = readFileSync(file);
    if (content.length < WORTHWHILE) return;
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params: nearlyBest }));
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
  };
  const files = readdirSync(folder, { recursive: true });
  await Promise.all(
    files
      .filter((name) => /\.(css|js|svg)$/.test(name))
      .map((name) => compress(`${folder}/${name}`)),
  );
}

/** Builds everything. */
export async function buildAll() {
  await oneAtATime(async () => {
    const present = fingerprint();
    rmSync(mark, { force: true });
    // In this order, for Remix begins by emptying build/.
    await buildPages();
    await simplifyPages();
    await shortenFiles();
    await compressFiles();
    await buildOwn();
    writeFileSync(mark, present);
  });
}

/** Builds everything unless what is built came from the sources as they are now. */
export async function buildIfStale() {
  if (isFresh()) return;
  await oneAtATime(async () => {
    if (isFresh()) return;
    console.log(
      `Building: ${existsSync(mark) ? "the sources have changed" : "nothing is built yet"}.`,
    );
    await buildAll();
  });
}

const isFresh = () => existsSync(mark) && readFileSync(mark, "utf8") === fingerprint();

/** Names and contents of all sources, in one hash. */
function fingerprint() {
  const hash = createHash("sha256");
  const add = (place) => {
    if (!existsSync(place)) return;
    hash.update(`${place}\0`);
    if (statSync(place).isDirectory())
      for (const name of readdirSync(place).sort()) add(`${place}/${name}`);
    else hash.update(readFileSync(place));
  };
  for (const place of sources) add(place);
  return hash.digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await buildAll().catch((error) => {
    console.error(error instanceof CannotStart ? error.message : error);
    process.exitCode = 1;
  });
}
