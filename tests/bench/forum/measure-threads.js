/** Pages of threads, signed out and signed in, each against the same bytes from memory. */
import { zipf } from "./figures.js";
import { measurePage } from "./measure-page.js";
import { canCount, processorSeconds } from "./processes.js";
import { READERS } from "./readers.js";

/** More than the fastest server answers in a turn. */
const PICKS = 100_000;
/** A second. */
const SEARCHES = 10;

/** Measures the thread of each length, and tells the rows about those of 20 and 200. */
export async function measureThreads(bench) {
  const { look, cookies, report, size } = bench;
  const readers = cookies.slice(0, READERS);
  for (const [length, { path, opening }] of Object.entries(look.long)) {
    const title = `thread of ${Number(length).toLocaleString("en")}`;
    const page = { paths: [path], says: `post-${opening}` };
    const out = await measurePage(bench, { ...page, name: `${title}, signed out` });
    report.page(size, out);
    const signedIn = { ...page, cookies: readers, name: `${title}, signed in` };
    const own = await measurePage(bench, signedIn);
    report.page(size, own);
    if (length === "20") report.row("hot", size, out);
    if (length === "20" || length === "200") report.row(`signed-in-${length}`, size, own);
  }
}

/** Measures many threads, some of them often and most of them seldom; the first time that each is asked for is told beside. */
export async function measureDifferent(bench) {
  const { look, forum, ceiling, report, size } = bench;
  const paths = look.threads.map(({ path }) => path);
  const before = processorSeconds(forum.pid);
  await ceiling.take(
    forum.origin,
    paths.map((path) => ({ path })),
  );
  const cold = ((processorSeconds(forum.pid) - before) / paths.length) * 1000;
  const name = `${paths.length.toLocaleString("en")} threads by Zipf, signed out`;
  const found = await measurePage(bench, {
    name,
    paths,
    picks: zipf(paths.length, PICKS, 7),
    says: look.threads.map(({ opening }) => `post-${opening}`),
  });
  report.page(size, found);
  report.row("different", size, { ...found, cold: canCount ? cold : null, threads: paths.length });
}

/** Measures lists and a search, signed out and signed in. */
export async function measureLists(bench) {
  const { look, cookies, report, size, search } = bench;
  const lists = [
    ["front page", "/", "/threads/"],
    ["topic page", `/topics/${look.topic}`, "/threads/"],
    // More at once than a few the forum turns away.
    [`search, ${SEARCHES} a second`, search, "/posts/", { connections: 2, rate: SEARCHES }],
  ];
  for (const [name, path, says, pace] of lists) {
    const page = { paths: [path], says, ...pace };
    report.page(size, await measurePage(bench, { ...page, name: `${name}, signed out` }));
    const signedIn = { ...page, name: `${name}, signed in`, cookies: cookies.slice(0, READERS) };
    report.page(size, await measurePage(bench, signedIn));
  }
}
