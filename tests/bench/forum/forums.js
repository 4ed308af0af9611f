/** Forums of a size, filled once and kept; each run measures a copy. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";

const SEED = 7;
/** So many can sign in: the pace that is set for one person holds no one up. */
const ACCOUNTS = 32;
/** Everybody else writes so many posts. */
const POSTS_A_PERSON = 40;
/** A forum of fewer posts has no thread of so many. */
const LARGE = 100_000;

/** How long the threads are that come on top of a forum's usual ones. */
export const longThreads = (size) => (size < LARGE ? [20, 200] : [20, 200, 5000, 100_000]);

/** The folder in which filled forums are kept. */
export const keepingFolder = (keep) =>
  path.resolve(process.env.INIT_CWD ?? ".", keep ?? path.join(tmpdir(), "steelman-bench"));

/** A copy of a filled forum of that size, the password of everybody who can sign in there, and how to discard it. Fills it first where none is kept. */
export async function copyForum(size, keep, tell) {
  const folder = keepingFolder(keep);
  mkdirSync(folder, { recursive: true });
  const kept = path.join(folder, `${size}-${versionOf()}.db`);
  if (!existsSync(`${kept}.json`)) await fill(size, kept, tell);
  const { password } = JSON.parse(readFileSync(`${kept}.json`, "utf8"));
  const database = path.join(folder, `run-${process.pid}-${size}.db`);
  copyFileSync(kept, database, constants.COPYFILE_FICLONE);
  const discard = () => {
    for (const end of ["", "-wal", "-shm", ".log"]) rmSync(`${database}${end}`, { force: true });
  };
  process.once("exit", discard);
  return { database, password, discard };
}

async function fill(size, kept, tell) {
  // Those of other versions are of no more use, and large.
  for (const name of readdirSync(path.dirname(kept)).filter((name) => name.startsWith(`${size}-`)))
    rmSync(path.join(path.dirname(kept), name), { force: true });
  tell(`Filling a forum of ${size.toLocaleString("en")} posts.`);
  const making = `${kept}.making`;
  for (const end of ["", "-wal", "-shm"]) rmSync(`${making}${end}`, { force: true });
  const wish = Object.entries({
    "--posts": size,
    "--people": Math.max(ACCOUNTS, Math.round(size / POSTS_A_PERSON)),
    "--accounts": ACCOUNTS,
    "--long": longThreads(size),
    "--seed": SEED,
  }).flat();
  const child = spawn(process.execPath, ["build/command.js", "fill", ...wish.map(String)], {
    env: { ...process.env, DATABASE_URL: `file:${making}`, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = "";
  child.stdout.on("data", (bytes) => {
    told += bytes;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  const password = /password [“"]([^”"]+)[”"]/.exec(told)?.[1];
  if (code !== 0 || !password) throw new Error(`Filling ended with ${code}:\n${told}`);
  const sqlite = new Database(making);
  sqlite.pragma("wal_checkpoint(truncate)");
  sqlite.close();
  renameSync(making, kept);
  writeFileSync(`${kept}.json`, JSON.stringify({ password }));
}

/** What fills a forum, its tables and the version of its HTML, in a few letters: what another version filled is not used. */
function versionOf() {
  const hash = createHash("sha256");
  const renderer = readFileSync("app/markdown/render.server.ts", "utf8");
  hash.update(String(/RENDERER = (\d+)/.exec(renderer)?.[1]));
  for (const folder of ["app/filling", "db/migrations"]) {
    for (const name of readdirSync(folder).sort()) {
      hash.update(name).update(readFileSync(path.join(folder, name)));
    }
  }
  return hash.digest("hex").slice(0, 12);
}
