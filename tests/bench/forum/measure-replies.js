/** Replies by four writers at once, each a form with its own key and a new text. */
import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { ask, prepare, textOf } from "./ask.js";
import { chance, median, percentile } from "./figures.js";
import { measureWriting } from "./measure-writing.js";
import { canCount } from "./processes.js";
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
  const { rounds, latencies, ...posted } = await measureWriting(
    { forum, load, wish },
    formsOf(forum.port, look, cookies),
    { connections: WRITERS, most: MOST_A_SECOND },
  );
  const stored = count.get(last);
  counter.close();
  if (stored !== posted.count)
    throw new Error(`Of ${posted.count} replies ${stored} are in the database.`);
  await holdShown(forum.origin, posted.locations.slice(-READ_AGAIN));
  report.row("reply", size, {
    rate: median(rounds.map(({ rate }) => rate)),
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    perCpu: canCount ? median(rounds.map(({ perCpu }) => perCpu)) : null,
  });
}

/** One form after another, in the name of one person after another, each with a text that was never sent, to the thread or to a reply in turn; the threads that are measured for their length stay as long as they are. */
export function formsOf(port, look, cookies) {
  const random = chance(Date.now());
  const measured = new Set(Object.values(look.long).map(({ id }) => id));
  const threads = look.threads.filter(({ id }) => !measured.has(id)).slice(0, THREADS);
  let number = 0;
  return () => {
    number += 1;
    const thread = threads[number % threads.length];
    const text = look.texts[Math.floor(random() * look.texts.length)].slice(0, 300);
    const body = `To the ${number}th question of *today* (${random()}):\n\n${plain(text)}`;
    const answered =
      Math.floor(number / threads.length) % 2 === 0
        ? thread.opening
        : (thread.newest ?? thread.opening);
    const form = { key: randomUUID(), body, kind: "reply", parent: String(answered) };
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
