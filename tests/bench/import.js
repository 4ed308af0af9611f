/** How long an import takes, how steadily it goes on, and how much memory it holds. */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createGzip } from "node:zlib";
import Database from "better-sqlite3";

const POSTS = 20_000;
const STEP = 2_000;
const MOST_SECONDS = 20;
/** 300 MB, as the system counts them. */
const MOST_KILOBYTES = 300 * 1024;
/** With which `npm run import` starts Node: what is young is collected early, for memory's sake. */
const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const flags = scripts.import.split(" ").filter((word) => word.startsWith("--"));
/** The slowest step may take so many times as long as the median. */
const MOST_UNSTEADY = 2;

/** The real forum's file where it is there, and 20,000 invented posts. */
export async function run() {
  const folder = mkdtempSync(path.join(tmpdir(), "bench-import-"));
  try {
    const data = process.env.DISCOURSE_DIR ?? "../shared/data/discourse";
    const real = path.join(data, "delving-2022-2024.ndjson.gz");
    const faults = [];
    if (existsSync(real)) {
      const { seconds, code, posts } = await measure(folder, "a real forum", path.resolve(real));
      // Some of its lines are skipped, and told.
      if (code !== 0 && code !== 1) faults.push(`The real forum's import ended with ${code}.`);
      if (posts === 0) faults.push("The real forum brought no posts.");
      if (seconds > MOST_SECONDS) faults.push(`The real forum took ${seconds.toFixed(1)} s.`);
    } else console.log(`There is no ${real}: the real forum is not measured.`);
    const file = path.join(folder, "invented.ndjson.gz");
    await invent(file);
    faults.push(...faultsOf(await measure(folder, "20,000 invented posts", file)));
    for (const fault of faults) console.error(fault);
    return faults.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with an import of all the invented posts. */
export function faultsOf({ code, posts, kilobytes, steps }) {
  const faults = [];
  if (code !== 0) faults.push(`The import ended with ${code}.`);
  if (posts !== POSTS) faults.push(`It brought ${posts} posts of ${POSTS}.`);
  if (kilobytes === 0 && process.platform === "linux") faults.push("It held no memory.");
  if (kilobytes > MOST_KILOBYTES) faults.push(`It held ${kilobytes} KB of ${MOST_KILOBYTES}.`);
  if (steps.length < POSTS / STEP - 1) faults.push(`Only ${steps.length} steps were seen.`);
  const sorted = [...steps].sort((one, other) => one - other);
  const unsteady = sorted.at(-1) / sorted[Math.floor(sorted.length / 2)];
  if (unsteady > MOST_UNSTEADY) faults.push(`Its slowest step took ${unsteady} times the median.`);
  return faults;
}

/** Imports a file into a new forum; answers its exit code, its posts, seconds, the most memory held, and the seconds of each step. */
async function measure(folder, title, file) {
  const database = path.join(folder, `${path.basename(file)}.db`);
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, "build/command.js", "import", "discourse", file, "--source", "Bench"],
    {
      stdio: ["ignore", "ignore", "ignore"],
      env: { ...process.env, DATABASE_URL: `file:${database}`, NODE_ENV: "production" },
    },
  );
  const times = [];
  let kilobytes = 0;
  let counter;
  const see = () => {
    if (!existsSync(database)) return 0;
    try {
      counter ??= new Database(database, { readonly: true });
      const { count } = counter.prepare("select count(*) as count from imported_post").get();
      while (count >= (times.length + 1) * STEP) times.push(performance.now());
      return count;
    } catch {
      // The tables are not there yet.
      return 0;
    }
  };
  const timer = setInterval(() => {
    kilobytes = Math.max(kilobytes, heldBy(child.pid));
    see();
  }, 50);
  const code = await new Promise((resolve) => child.on("close", (code) => resolve(code)));
  clearInterval(timer);
  const posts = see();
  counter?.close();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${title}: ${seconds.toFixed(1)} s, ${posts} posts, at most ${kilobytes} KB.`);
  const steps = times.slice(1).map((time, index) => (time - times[index]) / 1000);
  if (steps.length > 0) {
    const rates = steps.map((step) => Math.round(STEP / step));
    console.log(`  posts a second, for each ${STEP}: ${rates.join(", ")}`);
  }
  return { code, posts, seconds, kilobytes, steps };
}

/** The most memory that a process has held so far, in kilobytes of 1,024 bytes; 0 where the system does not tell. */
function heldBy(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Whole numbers below a bound, the same in every run. */
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const words =
  "weights model licence data trained open claim evidence because although measured released which nobody argues carefully distilled tokens benchmark".split(
    " ",
  );

/** Threads of some twenty posts with quotations, code, formulas and lists. */
async function invent(file) {
  const draw = dice(20_000);
  const gzip = createGzip();
  const written = gzip.pipe(createWriteStream(file));
  const sentence = () =>
    Array.from({ length: 6 + draw(14) }, () => words[draw(words.length)]).join(" ");
  const paragraph = () => Array.from({ length: 1 + draw(5) }, sentence).join(". ");
  for (let post = 0; post < POSTS; post++) {
    const thread = 1 + Math.floor(post / 20);
    const number = 1 + (post % 20);
    const earlier = 1 + draw(number);
    const parts = [
      number > 1 && draw(2) === 0
        ? `[quote="person${draw(300)}, post:${earlier}, topic:${thread}"]\n${sentence()}\n[/quote]`
        : "",
      ...Array.from({ length: 1 + draw(4) }, paragraph),
      draw(8) === 0 ? `\`\`\`python\nfor x in range(${draw(90)}):\n    print(x)\n\`\`\`` : "",
      draw(8) === 0 ? `$$\\sum_{i=1}^{${draw(90)}} x_i^2$$ and $a_${draw(9)} + b$.` : "",
      draw(8) === 0 ? `- ${sentence()}\n- ${sentence()}` : "",
    ];
    const at = new Date(Date.parse("2023-01-01T00:00:00Z") + post * 60_000).toISOString();
    const row = {
      ...{ id: post + 1, topic_id: thread, post_number: number, post_type: 1, version: 1 },
      ...{ username: `person${draw(300)}`, created_at: at, updated_at: at, category_id: 1 },
      ...{ reply_to_post_number: number > 1 && draw(2) === 0 ? earlier : null },
      ...{
        raw: parts.filter(Boolean).join("\n\n"),
        topic_title: `Thread ${thread}: ${sentence()}`,
      },
      actions_summary: [],
    };
    if (!gzip.write(`${JSON.stringify(row)}\n`)) {
      await new Promise((resolve) => gzip.once("drain", resolve));
    }
  }
  gzip.end();
  await new Promise((resolve) => written.on("close", resolve));
}
