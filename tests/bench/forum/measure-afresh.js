/** Pages of which nothing is kept between two requests. */
import { ask, prepare, textOf } from "./ask.js";
import { inTurns } from "./in-turns.js";
import { holdRight } from "./measure-page.js";
import { writeThread } from "./write-thread.js";

/** The setting under which the forum keeps no page. */
export const NOTHING_KEPT = { PAGE_CACHE: "0" };

/** One after another: of several at once that ask for the same page, one may be answered for all. */
const side = async (forum, { path, opening }, cookie) => {
  const says = opening && `post-${opening}`;
  await holdRight(forum.origin, { path, cookie }, says);
  return {
    ...forum,
    connections: 1,
    requests: [prepare(forum.port, path, { cookie, least: 500, says })],
  };
};
const milliseconds = (perCpu) => (perCpu === null ? null : 1000 / perCpu);

/** A thread of 20, on a forum that keeps nothing. */
export async function measureAfresh({ bare, look, load, wish, report, size }) {
  const [found] = await inTurns(load, [await side(bare, look.long[20])], wish);
  report.row("afresh", size, { cpu: milliseconds(found.perCpu) });
}

/** A thread of 100,000 as one of 200, on a forum that keeps nothing; the signed-in page is told beside, and how much more HTML the one has. */
export async function measureLong({ bare, look, load, wish, report, size, bareCookies }) {
  if (!look.long[100_000]) return;
  const [short, long] = [look.long[200], look.long[100_000]];
  const both = (cookie) => Promise.all([side(bare, short, cookie), side(bare, long, cookie)]);
  const [out] = await inTurns(load, await both(), wish);
  const [signedIn] = await inTurns(load, await both(bareCookies[0]), wish);
  const letters = await Promise.all(
    [long, short].map(async ({ path }) => (await textOf(await ask(bare.origin, path))).length),
  );
  const [longer, shorter] = letters;
  report.row("long", size, {
    times: out.ratio,
    signedIn: signedIn.ratio,
    letters: longer / shorter,
  });
}

/** What each of some pages costs in the largest forum to what it costs in the smallest, while neither keeps anything: the same thread of 20, written into both, is the row; the others are told beside. */
export async function measureSame(small, large) {
  const { load, wish, report } = large;
  const { texts } = small.look;
  const threads = new Map();
  for (const bench of [small, large]) {
    const { bare, bareCookies, look } = bench;
    threads.set(bench, await writeThread(bare.origin, bareCookies, look.topicName, texts));
  }
  const pages = (bench) => [
    ["times", threads.get(bench)],
    ["signedIn", threads.get(bench), bench.bareCookies[0]],
    ["front", { path: "/" }],
    ["topic", { path: `/topics/${bench.look.topic}` }],
  ];
  const found = {};
  for (const [place, [key, ...page]] of pages(small).entries()) {
    const other = pages(large)[place].slice(1);
    const sides = await Promise.all([side(small.bare, ...page), side(large.bare, ...other)]);
    const [perCpu] = await inTurns(load, sides, wish);
    found[key] = perCpu.ratio;
  }
  report.row("same", large.size, found);
}
