/** Pages of which nothing is kept between two requests. */
import { prepare } from "./ask.js";
import { inTurns } from "./in-turns.js";
import { holdRight } from "./measure-page.js";

/** The setting under which the forum keeps no page. */
export const NOTHING_KEPT = { PAGE_CACHE: "0" };

/** One after another: of several at once that ask for the same page, one may be answered for all. */
const side = async (forum, { path, opening }, cookie) => {
  await holdRight(forum.origin, { path, cookie }, opening && `post-${opening}`);
  return {
    ...forum,
    connections: 1,
    requests: [prepare(forum.port, path, { cookie, least: 500 })],
  };
};
const milliseconds = (perCpu) => (perCpu === null ? null : 1000 / perCpu);

/** A thread of 20, on a forum that keeps nothing. */
export async function measureAfresh({ bare, look, load, wish, report, size }) {
  const [found] = await inTurns(load, [await side(bare, look.long[20])], wish);
  report.row("afresh", size, { cpu: milliseconds(found.perCpu) });
}

/** A thread of 100,000 as one of 200, on a forum that keeps nothing; the signed-in page is told beside. */
export async function measureLong({ bare, look, load, wish, report, size, bareCookies }) {
  if (!look.long[100_000]) return;
  const both = (cookie) =>
    Promise.all([side(bare, look.long[200], cookie), side(bare, look.long[100_000], cookie)]);
  const [out] = await inTurns(load, await both(), wish);
  const [signedIn] = await inTurns(load, await both(bareCookies[0]), wish);
  report.row("long", size, { times: out.ratio, signedIn: signedIn.ratio });
}

/** What each of some pages costs in the largest forum to what it costs in the smallest, while neither keeps anything: the thread of 20 is the row, the others are told beside. */
export async function measureSame(small, large) {
  const { load, wish, report } = large;
  const pages = (bench) => [
    ["times", bench.look.long[20]],
    ["signedIn", bench.look.long[20], bench.bareCookies[0]],
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
