/** The built forum as a process of its own, as somebody who runs it would start it. */
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, rmSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { giveBackPostgresDatabase, type Template, takePostgresDatabase } from "../databases.ts";
import { makeQuickFolder } from "../quick-folder.ts";

/** Longest wait for the line that says it is ready, in milliseconds: less than a test's, so that what it printed is told. */
const PATIENCE = 50_000;

export interface RunningServer {
  /** Scheme, host and port, as its ready line gives them. */
  origin: string;
  /** The address of its database. */
  database: string;
  /** All that it has printed so far. */
  output(): string;
  /** Tells it to stop, waits until it has, and answers its exit code, or 128 where a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number>;
}

interface Options {
  /** Settings besides those of every test: port 0, this computer, no demonstration, limits times 100. */
  env?: Record<string, string>;
  /** The address of a database that outlives the server; without it the server gets its own, of a forum that was started once before. */
  database?: string;
}

export interface NewDatabase {
  /** What DATABASE_URL takes. */
  address: string;
  /** Takes it away again; whoever used it has let go of it. */
  discard(): Promise<void>;
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});
// Told to end, a process would end without a word to those that it started.
process.once("SIGTERM", () => process.exit(143));

/** Starts the built forum and waits until it is ready; rejects with all it printed when it ends before that. */
export async function startServer(options: Options = {}): Promise<RunningServer> {
  if (!existsSync("build/serve.js")) throw new Error("Nothing is built yet: npm run build");
  const own = options.database === undefined ? await newDatabase("begun") : null;
  const database = options.database ?? own?.address ?? "";
  const child = spawn(process.execPath, ["build/serve.js"], {
    env: environment({ DATABASE_URL: database, ...options.env }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  const ended = new Promise<number>((resolve) =>
    child.once("close", (code) => resolve(code ?? 128)),
  ).then(async (code) => {
    children.delete(child);
    await own?.discard();
    return code;
  });
  let output = "";
  const keep = (bytes: Buffer) => {
    output += bytes;
  };
  const ready = new Promise<string>((resolve) => {
    const listen = () => {
      const address = /\bhttps?:\/\/[^\s/]+(?=.*\n)/.exec(output);
      if (!address) return;
      resolve(address[0]);
      child.stdout.off("data", listen);
    };
    child.stdout.on("data", keep);
    child.stdout.on("data", listen);
    child.stderr.on("data", keep);
  });
  const origin = await Promise.race([ready, ended.then(() => null), wait(PATIENCE)]);
  if (origin === null) {
    child.kill("SIGKILL");
    await ended;
    throw new Error(`The server did not start (exit code ${await ended}):\n${output}`);
  }
  const stop = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return ended;
  };
  return { origin, database, output: () => output, stop };
}

/** A database of the engine that the tests are run on: with nothing in it, or of a forum that was begun. */
export async function newDatabase(
  template: Exclude<Template, "forum"> = "template0",
): Promise<NewDatabase> {
  if (inject("engine") === "postgres") {
    const address = await takePostgresDatabase(template);
    return { address, discard: () => giveBackPostgresDatabase(address, template) };
  }
  const folder = makeQuickFolder("steelman-server-");
  const discard = async () => rmSync(folder, { recursive: true, force: true });
  const file = path.join(folder, "forum.db");
  if (template === "begun") copyFileSync(inject("begun"), file);
  return { address: `file:${file}`, discard };
}

/** What a server needs of ours, and none of its settings that happen to be set here. */
function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return {
    ...{ PATH, HOME, TMPDIR },
    NODE_ENV: "production",
    PORT: "0",
    HOST: "127.0.0.1",
    DEMO: "off",
    LIMITS: "100",
    ...settings,
  };
}

function wait(milliseconds: number) {
  return new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null).unref());
}
