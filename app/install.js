/** Installs what package-lock.json says, when that is not there already. Built-ins only: it runs before anything is installed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { oneAtATime } from "./one-at-a-time.js";

const mark = "node_modules/.steelman";
const native = "node_modules/better-sqlite3/build/Release/better_sqlite3.node";

/** A step of starting that failed: its one line is for a person. */
export class CannotStart extends Error {}

/** Installs when node_modules is missing, is not what package-lock.json says, or was built for another Node. */
export async function install() {
  const wanted = fingerprint();
  if (isMarked(wanted)) return;
  if (whyStale()) {
    await oneAtATime(async () => {
      const reason = whyStale();
      if (reason) await runNpm(reason);
    });
  }
  try {
    writeFileSync(mark, wanted);
  } catch {
    // Installed by somebody else, for us to read only: it is looked through again at each start.
  }
}

const isMarked = (wanted) => existsSync(mark) && readFileSync(mark, "utf8") === wanted;

/** What an installation depends on, in one line: the lock file, and the Node for which native parts are built. */
function fingerprint() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  return [lock, process.versions.modules, process.platform, process.arch].join(" ");
}

/** Why npm must run, or undefined when somebody ran it already and all is as it should be. */
function whyStale() {
  if (!existsSync("node_modules/.package-lock.json")) return "nothing is installed yet";
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  for (const [place, { optional, integrity }] of Object.entries(wanted)) {
    if (place === "" || (optional && !present[place])) continue;
    if (present[place]?.integrity !== integrity) return "package-lock.json has changed";
  }
  try {
    createRequire(import.meta.url)(`../${native}`);
  } catch {
    return `the native parts are not built for Node ${process.versions.node}`;
  }
}

async function runNpm(reason) {
  console.log(
    `Installing what package-lock.json says: ${reason}. The first time takes a few minutes.`,
  );
  const { NODE_ENV: _, ...env } = process.env;
  const [command, first] = npmCommand();
  const { code, output } = await run(command, [...first, "ci", "--include=dev"], {
    // What is compiled takes every core.
    env: { JOBS: "max", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (code === 0) return;
  process.stderr.write(output);
  throw new CannotStart(
    "npm could not install; its lines above say why. Where they speak of gyp or a compiler: install python3, make and a C++ compiler (Debian: apt-get install python3 make g++), then start again.",
  );
}

/** The npm that started us, or the one on the PATH. */
function npmCommand() {
  const started = process.env.npm_execpath;
  return started?.endsWith("npm-cli.js") ? [process.execPath, [started]] : ["npm", []];
}

/** Runs a command to its end, handing on signals; answers its exit code and what it printed where that was piped. */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    const output = [];
    child.stdout?.on("data", (bytes) => output.push(bytes));
    child.stderr?.on("data", (bytes) => output.push(bytes));
    const handOn = (signal) => child.kill(signal);
    const signals = ["SIGTERM", "SIGINT", "SIGHUP"];
    for (const signal of signals) process.on(signal, handOn);
    const end = (code, problem = "") => {
      for (const signal of signals) process.off(signal, handOn);
      resolve({ code, output: Buffer.concat(output).toString() + problem });
    };
    child.on("error", (error) => end(1, `${command}: ${error.message}\n`));
    child.on("close", (code) => end(code ?? 1));
  });
}
