/** What a backup does to the forum while people write: how long its event loop waits, and what the copy holds. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";

const THREADS = 400;
const POSTS_EACH = 150;
const LEAST_BYTES = 200e6;
const POSTS_A_SECOND = 50;
/** No two of their names look alike. */
const WRITERS = ["B", "D", "F", "G", "K"].flatMap((letter) =>
  ["abe", "edo", "uma", "oka", "esu"].map((end) => `${letter}${end}`),
);
/** Seconds in which the forum is warmed up, and then those without a backup, for comparison. */
const WARM = 10;
const CALM = 10;
/** How often it is backed up. */
const BACKUPS = 3;
const MOST_MILLISECONDS = 100;

export async function run() {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-backup-"));
  const database = path.join(folder, "forum.db");
  copyFileSync(await makeLarge(), database);
  // Else the system writes it to the disk while something is measured.
  const descriptor = openSync(database, "r+");
  fsyncSync(descriptor);
  closeSync(descriptor);
  const server = await startServer(database);
  let stream;
  try {
    stream = await beginWriting(server.origin);
    await setTimeout(WARM * 1000);
    await server.loop();
    const warm = stream.posted.length;
    await setTimeout(CALM * 1000);
    const calm = await server.loop();
    const before = stream.posted.length - warm;
    console.log(`Without a backup: ${tell(calm)}, ${(before / CALM).toFixed(0)} posts a second.`);
    const faults = [];
    for (let round = 1; round <= BACKUPS; round += 1) {
      faults.push(...(await backUp(server, stream, database, path.join(folder, `${round}.db`))));
    }
    faults.push(...stream.wrong.slice(0, 3));
    if (before < (CALM * POSTS_A_SECOND) / 2) faults.push(`Only ${before} posts in ${CALM} s.`);
    for (const fault of faults) console.error(fault);
    return faults.length > 0 ? 1 : 0;
  } finally {
    await stream?.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const tell = ({ longest, p99 }) =>
  `the loop waited at most ${longest.toFixed(0)} ms (99 of 100 times at most ${p99.toFixed(0)} ms)`;

/** Backs up once; answers what is wrong with it. */
async function backUp(server, stream, database, file) {
  const faults = [];
  await server.loop();
  const acknowledged = [...stream.posted];
  const began = performance.now();
  const child = spawn(process.execPath, ["build/command.js", "backup", file], {
    env: { ...process.env, DATABASE_URL: `file:${database}` },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - began) / 1000;
  const loop = await server.loop();
  const during = stream.posted.length - acknowledged.length;
  const size = existsSync(file) ? statSync(file).size : 0;
  console.log(
    `Backed up ${(size / 1e6).toFixed(0)} MB in ${seconds.toFixed(1)} s: ${tell(loop)}, ${during} posts meanwhile.`,
  );
  if (code !== 0) return [`The backup ended with ${code}.`];
  if (size < LEAST_BYTES) faults.push(`It has ${size} bytes of ${LEAST_BYTES}.`);
  if (loop.longest > MOST_MILLISECONDS)
    faults.push(`The loop waited ${loop.longest.toFixed(0)} ms.`);
  if (during === 0) faults.push("Nobody wrote meanwhile.");
  const copy = new Database(file, { readonly: true });
  const find = copy.prepare("select 1 from post where id = ?");
  const missing = acknowledged.filter((id) => !find.get(id));
  copy.close();
  if (missing.length > 0) faults.push(`${missing.length} of ${acknowledged.length} are missing.`);
  return faults;
}

/** A forum of more than 200 MB, made once and kept. */
async function makeLarge() {
  const { renderer, version } = readPresent();
  const kept = path.resolve(`.cache/bench-backup-${version}.db`);
  if (existsSync(kept)) return kept;
  mkdirSync(".cache", { recursive: true });
  // Those of other versions are of no more use.
  for (const name of readdirSync(".cache").filter((name) => name.startsWith("bench-backup-"))) {
    rmSync(path.join(".cache", name), { force: true });
  }
  const file = `${kept}.making`;
  const env = { ...process.env, DATABASE_URL: `file:${file}` };
  const child = spawn(process.execPath, ["build/command.js", "migrate"], { env, stdio: "ignore" });
  await new Promise((resolve) => child.on("close", resolve));
  const sqlite = new Database(file);
  sqlite.exec("pragma synchronous = off; begin");
  sqlite.exec(`insert into person (id, name, name_key, role, joined_at)
    values (1, 'Archivist', 'archivist', 'member', 1)`);
  const sentence =
    "The weights are open, the data is not, and whoever says otherwise shows neither. ";
  const body = sentence.repeat(19);
  sqlite.exec(`with recursive number (n) as (select 1 union all select n + 1 from number where n < ${THREADS})
    insert into thread (id, title, slug, author_id, excerpt, started_at, active_at, opening_post_id, reply_count, person_count)
    select n, 'Thread ' || n, 'thread-' || n, 1, '', n, n, 1 + (n - 1) * ${POSTS_EACH}, ${POSTS_EACH - 1}, 1 from number`);
  sqlite.exec(`with recursive number (n) as (select 0 union all select n + 1 from number where n < ${THREADS * POSTS_EACH - 1})
    insert into post (id, thread_id, author_id, parent_id, branch_id, depth, kind, body, html, renderer, posted_at)
    select n + 1, 1 + n / ${POSTS_EACH}, 1,
      case when n % ${POSTS_EACH} = 0 then null else 1 + n - n % ${POSTS_EACH} end,
      case when n % ${POSTS_EACH} = 0 then null else n + 1 end,
      min(1, n % ${POSTS_EACH}), 'reply', n || ' ${body}', '<p>' || n || ' ${body}</p>', ${renderer}, n from number`);
  sqlite.exec("commit; pragma wal_checkpoint(truncate)");
  sqlite.close();
  renameSync(file, kept);
  return kept;
}

/** The version of the renderer, so that nothing is rendered anew, and of the tables. */
function readPresent() {
  const read = (file, pattern) => pattern.exec(readFileSync(file, "utf8"))?.[1];
  const renderer = Number(read("app/markdown/render.server.ts", /RENDERER = (\d+)/));
  const all = readFileSync("db/migrations/all.ts", "utf8");
  return { renderer, version: `${all.match(/name: "/g).length}-${renderer}` };
}

async function startServer(database) {
  const watch = path.resolve(import.meta.dirname, "watch-loop.mjs");
  const child = spawn(process.execPath, ["--import", watch, "build/serve.js"], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
    env: {
      ...process.env,
      ...{ DATABASE_URL: `file:${database}`, NODE_ENV: "production", PORT: "0" },
      ...{ HOST: "127.0.0.1", DEMO: "off", LIMITS: "100", FORUM_ORIGIN: "" },
    },
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let output = "";
  const origin = await Promise.race([
    ended.then(() => null),
    new Promise((resolve) => {
      child.stdout.on("data", (bytes) => {
        output += bytes;
        const address = /http:\/\/[^\s/]+(?=.*\n)/.exec(output);
        if (address) resolve(address[0]);
      });
    }),
  ]);
  if (!origin) throw new Error(`The forum did not start:\n${output}`);
  return {
    origin,
    /** How long its loop waited since this was asked last, in milliseconds. */
    loop() {
      return new Promise((resolve) => {
        child.once("message", resolve);
        child.send("tell");
      });
    },
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** People who post again and again, together so often a second. */
async function beginWriting(origin) {
  const stream = { posted: [], wrong: [], isOver: false };
  const agent = new Agent({ keepAlive: true });
  const cookies = [];
  for (const name of WRITERS) {
    const fields = { name, password: "nine lemons under a bridge" };
    const answer = await post(agent, `${origin}/sign-up`, fields);
    if (answer.status !== 302) throw new Error(`Signing up: ${answer.status}`);
    cookies.push(answer.cookie);
  }
  const pause = (WRITERS.length / POSTS_A_SECOND) * 1000;
  const write = async (cookie, place) => {
    await setTimeout((place * pause) / WRITERS.length);
    for (let next = performance.now(); !stream.isOver; ) {
      next += pause;
      const thread = 1 + Math.floor(Math.random() * THREADS);
      const fields = { key: randomUUID(), body: `At ${next} nobody had shown the data.` };
      const send = () => post(agent, `${origin}/threads/${thread}/reply`, fields, cookie);
      // A connection that was kept may be closed at this moment; the key keeps the post from coming twice.
      const answer = await send().catch(send);
      const id = /#post-(\d+)$/.exec(answer.location ?? "")?.[1];
      if (id) stream.posted.push(Number(id));
      else stream.wrong.push(`A reply was answered with ${answer.status}.`);
      await setTimeout(Math.max(0, next - performance.now()));
    }
  };
  const writing = Promise.all(cookies.map(write));
  return Object.assign(stream, {
    end() {
      stream.isOver = true;
      return writing;
    },
  });
}

function post(agent, address, fields, cookie = "") {
  const { origin } = new URL(address);
  const headers = { origin, cookie, "content-type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    const asking = request(address, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () =>
        resolve({
          status: response.statusCode,
          location: response.headers.location,
          cookie: (response.headers["set-cookie"] ?? [])
            .map((line) => line.split(";")[0])
            .join("; "),
        }),
      );
    });
    asking.once("error", reject);
    asking.end(new URLSearchParams(fields).toString());
  });
}
