import { ask, prepare, textOf } from "./ask.js";
import { percentile } from "./figures.js";
import { holdGood, inTurns } from "./in-turns.js";

/** At which pages are asked by the clock, and for how many turns' time. */
export const RATE = 200;
const TURNS_BY_THE_CLOCK = 4;
/** Pages of those who are signed in are asked before for so many milliseconds, by so many at once. */
const WARM = 500;
const WARMING = 4;
/** A page that holds times or what its reader did is not the same to the byte each time. */
const LESS = 0.8;
const MORE = 1.25;

/** Measures addresses that are asked one after another, or by `picks`, by each of the readers whose cookies are given, against the same bytes from memory. Every page must say what it `says`, or each what stands at its place there: the first is looked at, and the last of each turn. */
export async function measurePage({ forum, ceiling, load, wish }, page) {
  const { name, paths, cookies = [undefined], picks, says, connections, rate = RATE } = page;
  const pages = cookies.flatMap((cookie) =>
    paths.map((path, place) => ({ path, cookie, says: Array.isArray(says) ? says[place] : says })),
  );
  await holdRight(forum.origin, pages[0], pages[0].says);
  if (cookies[0]) await warm({ forum, load, connections }, pages);
  const taken = await ceiling.take(forum.origin, pages);
  const requestsTo = (port, less, more) =>
    pages.map(({ path, cookie, says }, place) => {
      const { status, bytes } = taken[place];
      if (status !== 200) throw new Error(`${path} answered ${status}.`);
      const lengths = { least: Math.floor(bytes * less), most: Math.ceil(bytes * more) };
      return prepare(port, path, { cookie, says, ...lengths });
    });
  const requests = requestsTo(forum.port, LESS, MORE);
  const [ours, theirs] = await inTurns(
    load,
    [
      { ...forum, requests, picks, connections },
      { ...ceiling, requests: requestsTo(ceiling.port, 1, 1), picks, connections },
    ],
    wish,
  );
  const milliseconds = wish.seconds * 1000 * TURNS_BY_THE_CLOCK;
  const clocked = await load.run({ port: forum.port, requests, picks, rate, milliseconds });
  holdGood(clocked);
  return {
    name,
    bytes: taken.reduce((sum, { bytes }) => sum + bytes, 0) / taken.length,
    perCpu: ours.perCpu,
    ceiling: theirs.perCpu,
    ratio: ours.ratio,
    p50: percentile(clocked.latencies, 50),
    p99: percentile(clocked.latencies, 99),
  };
}

/** What few have asked for may be kept in another form, and be of another length, than what many read. */
async function warm({ forum: { port }, load, connections = WARMING }, pages) {
  const requests = pages.map(({ path, ...page }) => prepare(port, path, page));
  holdGood(await load.run({ port, requests, connections, milliseconds: WARM }));
}

/** Throws where a page does not hold what it should. */
export async function holdRight(origin, { path, cookie }, says) {
  const answer = await ask(origin, path, { cookie });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  if (says && !(await textOf(answer)).includes(says))
    throw new Error(`${path} does not say ${says}.`);
}
