/** Replies by four writers at once, each a form with its own key and a new text. */
import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { ask, prepare, textOf } from "./ask.js";
import { chance, median, percentile } from "./figures.js";
import { holdGood } from "./in-turns.js";
import { canCount, processorSeconds } from "./processes.js";
import { plain } from "./write-thread.js";

const WRITERS = 4;
/** In so many threads they write, in turn. */
const THREADS = 200;
/** More replies a second than any forum takes. */
const MOST_A_SECOND = 3000;
/** So many replies are read again on their pages. */
const READ_AGAIN = 10;

/** Replies a second and per CPU-second, the median of rounds; p99 of all. Throws where any is missing from the database or from its page. */
export async function measureReplies({ forum, load, look, cookies, wish, report, size, database }) {
  const counter = new Database(database, { readonly: true });
  const count = counter.prepare("select count(*) as count from post where id > ?").pluck();
  const { last } = counter.prepare("select max(id) as last from post").get();
  const next = formsOf(forum.port, look, cookies);
  const rounds = [];
  const latencies = [];
  let posted = 0;
  let locations = [];
  for (let round = 0; round <= wish.rounds; round += 1) {
    const requests = Array.from({ length: wish.seconds * MOST_A_SECOND }, next);
    const before = processorSeconds(forum.pid);
    const milliseconds = wish.seconds * 1000;
    const turn = { port: forum.port, requests, isOnce: true, connections: WRITERS, milliseconds };
    const found = await load.run(turn);
    const used = processorSeconds(forum.pid) - before;
    holdGood(found);
    posted += found.count;
    locations = found.locations;
    // The first only warms up.
    if (round === 0) continue;
    rounds.push({ rate: found.count / found.seconds, perCpu: found.count / used });
    latencies.push(...found.latencies);
  }
  const stored = count.get(last);
  counter.close();
  if (stored !== posted) throw new Error(`Of ${posted} replies ${stored} are in the database.`);
  await holdShown(forum.origin, locations.slice(-READ_AGAIN));
  report.row("reply", size, {
    rate: median(rounds.map(({ rate }) => rate)),
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    perCpu: canCount ? median(rounds.map(({ perCpu }) => perCpu)) : null,
  });
}

/** One form after another, in the name of one person after another, each with a text that was never sent. */
export function formsOf(port, look, cookies) {
  const random = chance(Date.now());
  const threads = look.threads.slice(0, THREADS);
  let number = 0;
  return () => {
    number += 1;
    const thread = threads[number % threads.length];
    const text = look.texts[Math.floor(random() * look.texts.length)].slice(0, 300);
    const body = `To the ${number}th question of *today* (${random()}):\n\n${plain(text)}`;
    const parent = number % 2 === 0 ? "" : String(thread.opening);
    const form = { key: randomUUID(), body, kind: "reply", parent };
    const cookie = cookies[number % cookies.length];
    return prepare(port, `/threads/${thread.id}/reply`, { cookie, form, status: 302, least: 0 });
  };
}

async function holdShown(origin, locations) {
  if (locations.length === 0) throw new Error("No reply led anywhere.");
  for (const location of locations) {
    const { pathname, search, hash } = new URL(location, origin);
    const text = await textOf(await ask(origin, `${pathname}${search}`));
    if (!text.includes(hash.slice(1))) throw new Error(`${location} does not show its reply.`);
  }
}
