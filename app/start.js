/** What `npm start` and `npm test` run first: installs and builds what is not up to date, then goes on. Built-ins only. */
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale, buildOwn } from "./build.js";
import { CannotStart, install, run } from "./install.js";

const [asked = "start", ...rest] = process.argv.slice(2);
const browsers = ["chromium", "chromium-browser", "google-chrome"];

const acts = {
  async start() {
    await prepare();
    process.env.NODE_ENV = "production";
    stopWithNpm();
    await runHere("build/serve.js", rest);
  },
  async dev() {
    process.env.NODE_ENV = "development";
    await install();
    await buildOwn();
    stopWithNpm();
    await runHere("build/serve.js", ["--dev", ...rest]);
  },
  async test() {
    await prepare();
    const env = { ...process.env, CHROMIUM_PATH: await findBrowser() };
    const vitest = [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "remix.config.js",
      ...rest,
    ];
    process.exitCode = (await run(process.execPath, vitest, { stdio: "inherit", env })).code;
  },
  install,
  build: prepare,
  migrate: () => command("migrate"),
  seed: () => command("seed"),
  import: () => command("import"),
  fill: () => command("fill"),
  move: () => command("move"),
  backup: () => command("backup"),
  restore: () => command("restore"),
  score: () => quietly("score"),
  evaluate: () => quietly("evaluate"),
  train: () => quietly("train"),
  rank: () => quietly("rank"),
  simulate: () => quietly("simulate"),
};

async function prepare() {
  await install();
  await buildIfStale();
}

async function command(name) {
  await prepare();
  await runHere("build/command.js", [name, ...rest]);
}

/** A command whose output is data: what is said before it goes beside. */
async function quietly(name) {
  console.log = console.error;
  await command(name);
}

/** Runs a built file in this process, as if it had been started itself: signals reach it and nothing starts twice. */
async function runHere(file, args) {
  process.argv = [process.execPath, path.resolve(file), ...args];
  await import(pathToFileURL(path.resolve(file)).href);
}

/** When the npm that started us is killed outright, nobody tells us: we stop as if told, so that no forum stays behind on the port. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== asked) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}

/** The Chromium for the browser tests: the one named, the one on the PATH, or one installed now. */
async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new CannotStart(`CHROMIUM_PATH names no file: ${named}`);
  const found = named || findOnPath(browsers);
  if (found) return found;
  if (process.getuid?.() === 0 && findOnPath(["apt-get"])) {
    console.log("Installing Chromium for the browser tests (apt-get install chromium).");
    const quiet = {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    await run("apt-get", ["update"], quiet);
    const { output } = await run("apt-get", ["install", "-y", "chromium"], quiet);
    const installed = findOnPath(browsers);
    if (installed) return installed;
    process.stderr.write(output);
  }
  throw new CannotStart(
    "The browser tests need Chromium: install the package chromium, or set CHROMIUM_PATH. Without them: npm run test:quick",
  );
}

function findOnPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isProgram);
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if ([20, 22, 24].includes(major) && !(major === 20 && minor < 15)) return;
  throw new CannotStart(
    `Steelman runs on Node 20 (from 20.15), 22 or 24; this is ${process.versions.node}. Install one of them from nodejs.org.`,
  );
}

try {
  checkNode();
  // Files that are named begin where the command was given; npm keeps that place by itself.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(path.dirname(import.meta.dirname));
  const act = Object.hasOwn(acts, asked) ? acts[asked] : undefined;
  if (!act)
    throw new CannotStart(`There is no "${asked}". There are: ${Object.keys(acts).join(", ")}.`);
  await act();
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error);
  process.exitCode = 1;
}
