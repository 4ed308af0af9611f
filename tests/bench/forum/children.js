/** The processes of a bench: the forum, its ceiling, and those that ask. Each ends with the bench. */
import { fork, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";

/** Longest wait for a forum to be ready, in milliseconds: a large one may be brought to the present version first. */
const PATIENCE = 120_000;

/** With which Node starts the forum by `npm start`. */
const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const nodeOptions = scripts.start.match(/--\S+/g) ?? [];

const children = new Set();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(130));

/** Starts the forum on a free port of this computer with a database; answers its address, its process, how many seconds it took to be ready, and how to stop it. */
export async function startForum({ database, env = {}, program = "build/serve.js", log }) {
  // As somebody who runs it would: the log goes to a file.
  const errors = openSync(log ?? `${database}.log`, "w");
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, program], {
    env: {
      ...own(),
      DATABASE_URL: `file:${database}`,
      PORT: "0",
      HOST: "127.0.0.1",
      NODE_ENV: "production",
      DEMO: "off",
      LIMITS: "100",
      ...env,
    },
    stdio: ["ignore", "pipe", errors],
  });
  closeSync(errors);
  const ended = keep(child);
  const origin = await Promise.race([
    readyLine(child),
    ended.then(() => null),
    new Promise((resolve) => setTimeout(resolve, PATIENCE, null).unref()),
  ]);
  const seconds = (performance.now() - began) / 1000;
  if (!origin) {
    child.kill("SIGKILL");
    const told = readFileSync(log ?? `${database}.log`, "utf8");
    throw new Error(`The forum did not start:\n${told.slice(-2000)}`);
  }
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { origin, port: Number(new URL(origin).port), pid: child.pid, seconds, stop };
}

/** Starts the server that answers the same bytes from memory; `take(origin, pages)` fills it from a forum. */
export async function startCeiling() {
  const child = start("ceiling.js");
  const { port } = await child.once();
  return {
    port,
    pid: child.pid,
    stop: child.stop,
    async take(origin, pages) {
      child.send({ origin, pages });
      const { taken, error } = await child.once();
      if (error) throw new Error(`The pages could not be taken: ${error}`);
      return taken;
    },
  };
}

/** Starts a process that asks; `run(wish)` answers what it found. */
export function startLoad() {
  const child = start("load.js");
  return {
    stop: child.stop,
    run(wish) {
      child.send(wish);
      return child.once();
    },
  };
}

function start(file) {
  const child = fork(path.join(import.meta.dirname, file), { serialization: "advanced" });
  const ended = keep(child);
  const gone = ended.then((code) => {
    throw new Error(`${file} ended with ${code}.`);
  });
  gone.catch(() => {});
  return {
    pid: child.pid,
    send: (message) => child.send(message),
    once: () => Promise.race([new Promise((resolve) => child.once("message", resolve)), gone]),
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

function keep(child) {
  children.add(child);
  return new Promise((resolve) =>
    child.once("close", (code) => {
      children.delete(child);
      resolve(code);
    }),
  );
}

function readyLine(child) {
  let output = "";
  return new Promise((resolve) => {
    child.stdout.on("data", (bytes) => {
      output += bytes;
      const address = /\bhttps?:\/\/[^\s/]+(?=.*\n)/.exec(output);
      if (address) resolve(address[0]);
    });
  });
}

/** Settings that happen to be set here are not the forum's. */
function own() {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}
