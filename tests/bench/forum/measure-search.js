/** Searches, each of them another, while others read. */
import { prepare } from "./ask.js";
import { percentile } from "./figures.js";
import { holdGood } from "./in-turns.js";
import { holdRight } from "./measure-page.js";
import { queriesOf } from "./queries.js";

/** So many searches a second, and pages of threads that are read meanwhile. */
const SEARCHES_A_SECOND = 10;
const PAGES_A_SECOND = 100;
/** How many threads are read. */
const THREADS = 200;
/** A page that says what was found, or that nothing was, is not shorter; in bytes. */
const SHORTEST = 300;
/** What is taken from the posts themselves is found in them. */
const found = ["commonest", "middle", "rare", "two common words"];

export const searchPath = (text, more = {}) =>
  `/search?${new URLSearchParams({ q: text, ...more })}`;

/** p50 and p99 of all searches, each asked once; those of each kind; and the p95 of those who read meanwhile. */
export async function measureSearch({ forum, load, reading, look, report, size }) {
  const { port } = forum;
  const queries = queriesOf(look);
  const milliseconds = (queries.length / SEARCHES_A_SECOND) * 1000;
  const threads = look.threads.slice(0, THREADS).map(({ path }) => prepare(port, path));
  // Threads are read before, so that their pages are as warm as in a forum that runs.
  holdGood(
    await reading.run({ port, requests: threads, rate: PAGES_A_SECOND, milliseconds: 2000 }),
  );
  const searches = queries.map(({ text, kind, ...more }) =>
    prepare(port, searchPath(text, more), { least: SHORTEST }),
  );
  const [searched, read] = await Promise.all([
    load.run({ port, requests: searches, rate: SEARCHES_A_SECOND, milliseconds, isNamed: true }),
    reading.run({ port, requests: threads, rate: PAGES_A_SECOND, milliseconds }),
  ]);
  holdGood(searched);
  holdGood(read);
  for (const kind of found) {
    const { text } = queries.find((query) => query.kind === kind);
    await holdRight(forum.origin, { path: searchPath(text) }, "/posts/");
  }
  report.row("search", size, {
    p50: percentile(searched.latencies, 50),
    p99: percentile(searched.latencies, 99),
    readers: percentile(read.latencies, 95),
    kinds: byKind(queries, searched.named),
  });
}

function byKind(queries, named) {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = named.filter(([place]) => queries[place].kind === kind).map(([, took]) => took);
      return [kind, { p50: percentile(own, 50), most: percentile(own, 100) }];
    }),
  );
}
