/** What a night's work on votes costs: `npm run bench -- fit`, or with the address of an empty database of PostgreSQL. 400,000 votes by 5,000 people on 20,000 posts, invented. */
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const PEOPLE = 5_000;
const THREADS = 1_000;
const POSTS = 20_000;
const VOTES = 400_000;
const START = 1_790_000_000;
const MONTH = 30 * 86_400;
/** Rows of one statement. */
const ROWS = 500;
const TOPICS = 20;
/** Seconds of the processor that a fit of the whole forum may take, votes a second weighed at least, and milliseconds that the loop may wait beyond what it waits for where nothing is done. */
const bounds = { fit: 3, rate: 5_000, loop: 100 };

const entry = `
  export { openDatabase } from "#db/open.server.ts";
  export { migrate } from "#db/migrate.server.ts";
  export { write } from "#db/write.server.ts";
  export { readAgreement } from "#app/ranking/fit/read-agreement.server.ts";
  export { fitScopes } from "#app/ranking/fit/fit-scopes.ts";
  export { fitApart } from "#app/ranking/fit/fit-apart.server.ts";
  export { keepPositions } from "#app/ranking/fit/keep-positions.server.ts";
  export { weighVotes } from "#app/ranking/fit/weigh-votes.server.ts";
  export { measureLength } from "#app/ranking/fit/measure-length.server.ts";
  export { placePosts } from "#app/ranking/fit/place-posts.server.ts";
`;

async function load() {
  const vite = createRequire(import.meta.url).resolve("vite/package.json");
  const { build } = createRequire(vite)("esbuild");
  const outfile = path.resolve("build/bench-fit.js");
  await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: "ts" },
    ...{ outfile, bundle: true, packages: "external", platform: "node", format: "esm" },
    alias: { "#app": path.resolve("app"), "#db": path.resolve("db") },
    ...{ jsx: "automatic", logLevel: "warning" },
  });
  const loaded = await import(pathToFileURL(outfile).href);
  rmSync(outfile);
  return loaded;
}

function makeDice() {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function insert(trx, table, count, row) {
  for (let from = 0; from < count; from += ROWS) {
    const rows = Array.from({ length: Math.min(ROWS, count - from) }, (_, at) => row(from + at));
    await trx.insertInto(table).values(rows).execute();
  }
}

/** Two camps of readers: what one agrees with the other mostly does not. */
async function fill(db) {
  const draw = makeDice();
  const postOf = (place) => ({
    id: place + 1,
    thread_id: (place % THREADS) + 1,
    author_id: ((place * 7) % PEOPLE) + 1,
    parent_id: place < THREADS ? null : (place % THREADS) + 1,
    depth: place < THREADS ? 0 : 1,
    posted_at: START - draw(2 * MONTH),
  });
  const posts = Array.from({ length: POSTS }, (_, place) => postOf(place));
  const seen = new Set();
  function vote() {
    for (;;) {
      const [person, post] = [
        draw(PEOPLE) + 1,
        posts[Math.floor((draw(1e6) / 1e6) ** 1.5 * POSTS)],
      ];
      const pair = person * POSTS + post.id;
      if (seen.has(pair) || post.author_id === person) continue;
      seen.add(pair);
      const isNear = (person + post.id) % 2 === 0;
      const cast_at = START - draw(MONTH);
      return {
        ...{ post_id: post.id, person_id: person, author_id: post.author_id, worth: draw(2) },
        ...{ agree: draw(100) < (isNear ? 75 : 35) ? 1 : -1, reason: null },
        ...{ weight: 0, to_left: 0, to_right: 0, cast_at, changed_at: cast_at },
      };
    }
  }
  await db.transaction().execute(async (trx) => {
    await insert(trx, "person", PEOPLE, (place) => ({
      ...{ name: `P${place}`, name_key: `p${place}`, role: "member", about: "", about_html: "" },
      ...{ level: place % 10 === 0 ? 0 : 1, joined_at: START - 3 * MONTH },
    }));
    await insert(trx, "topic", TOPICS, (place) => ({
      ...{ slug: `t${place}`, name: `T${place}`, about: "", made_at: 0 },
    }));
    await insert(trx, "thread", THREADS, (place) => ({
      ...{ title: `T${place}`, slug: "t", author_id: posts[place].author_id, excerpt: "" },
      ...{ started_at: START - 2 * MONTH, active_at: START },
    }));
    await insert(trx, "thread_topic", THREADS, (place) => ({
      ...{ thread_id: place + 1, topic_id: (place % TOPICS) + 1, position: 0 },
      ...{ started_at: START - 2 * MONTH, active_at: START },
    }));
    await insert(trx, "post", POSTS, (place) => ({
      ...posts[place],
      ...{ branch_id: null, kind: "reply", body: "", html: "", renderer: 1 },
    }));
    const pairs = [...new Set(posts.map((post) => `${post.thread_id} ${post.author_id}`))];
    await insert(trx, "thread_person", pairs.length, (place) => {
      const [thread_id, person_id] = pairs[place].split(" ").map(Number);
      return { thread_id, person_id, post_count: 1 };
    });
    await insert(trx, "tally", POSTS, (place) => {
      const { id, ...post } = posts[place];
      const half = 500_000_000;
      return { post_id: id, ...post, words: draw(400), substance: half, best: half, across: half };
    });
    await insert(trx, "vote", VOTES, vote);
  });
}

export async function run([address] = []) {
  const { openDatabase, migrate, write, ...night } = await load();
  const folder = mkdtempSync(path.join(tmpdir(), "bench-fit-"));
  const db = openDatabase(address ?? `file:${path.join(folder, "forum.db")}`);
  const faults = [];
  let timer;
  try {
    await migrate(db);
    await fill(db);
    // As it does by itself where it is left running.
    if (address)
      await db.executeQuery({ sql: "analyze", parameters: [], query: { kind: "RawNode" } });
    const before = process.memoryUsage().rss;
    let most = before;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let waited = 0;
    // Somebody writes something small again and again: how long it waits at most.
    let isWriting = false;
    timer = setInterval(async () => {
      most = Math.max(most, process.memoryUsage().rss);
      if (isWriting) return;
      isWriting = true;
      const began = performance.now();
      await write(db, (trx) =>
        trx
          .updateTable("topic")
          .set({ about: String(began) })
          .where("id", "=", 1)
          .execute(),
      );
      waited = Math.max(waited, performance.now() - began);
      isWriting = false;
    }, 10);
    const step = async (title, deed, bound = {}) => {
      delay.reset();
      waited = 0;
      const began = performance.now();
      const cpu = process.cpuUsage();
      const answer = await deed();
      const seconds = (performance.now() - began) / 1000;
      const { user, system } = process.cpuUsage(cpu);
      const spent = (user + system) / 1e6;
      const [loop, usual] = [delay.max / 1e6, delay.percentile(99) / 1e6];
      const told = [seconds.toFixed(2), spent.toFixed(2), loop, usual, waited];
      console.log(
        title.padEnd(32),
        ...told.map((value) => (typeof value === "number" ? value.toFixed(0) : value).padStart(8)),
      );
      if (spent > bound.spent)
        faults.push(`${title} took ${spent.toFixed(1)} s of ${bound.spent}.`);
      if (seconds > bound.seconds) faults.push(`${title} took ${seconds.toFixed(0)} s.`);
      if (loop > bound.loop) faults.push(`${title}: the loop waited ${loop.toFixed(0)} ms.`);
      return { answer, loop };
    };
    console.log(
      "".padEnd(32),
      ...["s", "CPU s", "loop ms", "99 %", "deed ms"].map((head) => head.padStart(8)),
    );
    const { loop: idle } = await step("nothing", () => setTimeout(5_000));
    const loop = idle + bounds.loop;
    const weighing = { seconds: VOTES / bounds.rate, loop };
    const { answer } = await step("all read, here", () => night.readAgreement(db));
    const site = { ...answer.votes, topic: new Float64Array(VOTES) };
    await step("the forum as a whole fitted, here", () => night.fitScopes(site, new Map()), {
      spent: bounds.fit,
    });
    const now = START + 1;
    for (const round of ["first", "next"]) {
      const { answer: fits } = await step(
        `${round} night: read and fitted`,
        () => night.fitApart(db),
        { loop },
      );
      const used = fits.filter(({ isUsed }) => isUsed).length;
      console.log(`  ${fits.length} scopes, ${used} used`);
      await step("  positions kept", () => night.keepPositions(db, fits, now), { loop });
      await step("  votes weighed", () => night.weighVotes(db, fits, now), weighing);
      await step("  length measured", () => night.measureLength(db), { loop });
      await step("  posts placed", () => night.placePosts(db, now), { loop });
    }
    const megabytes = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
    console.log(`Memory: ${megabytes(before)} before, at most ${megabytes(most)}.`);
    for (const fault of faults) console.error(fault);
    return faults.length > 0 ? 1 : 0;
  } finally {
    clearInterval(timer);
    await db.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}
