/** Measures forums of some sizes, each row of what is asked, and prints the table. */

import { readArguments, usage, WrongArguments } from "./arguments.js";
import { openBrowser } from "./browser.js";
import { startCeiling, startForum, startLoad } from "./children.js";
import { copyForum, longThreads } from "./forums.js";
import { lookAround } from "./look-around.js";
import { describeMachine } from "./machine.js";
import { measureAfresh, measureLong, measureSame, NOTHING_KEPT } from "./measure-afresh.js";
import { measureLive } from "./measure-live.js";
import { measureMemory } from "./measure-memory.js";
import { measurePhone } from "./measure-phone.js";
import { measureReplies } from "./measure-replies.js";
import { measureSearch, searchPath } from "./measure-search.js";
import { measureStart } from "./measure-start.js";
import { measureDifferent, measureLists, measureThreads } from "./measure-threads.js";
import { measureVisit } from "./measure-visit.js";
import { measureVotes } from "./measure-votes.js";
import { canCount } from "./processes.js";
import { queriesOf } from "./queries.js";
import { giveMarks, READERS, signIn } from "./readers.js";
import { Report, tell } from "./report.js";

/** What is measured on a forum as it is shipped, in order: what writes comes last. */
const shipped = {
  visit: measureVisit,
  phone: measurePhone,
  thread: measureThreads,
  lists: measureLists,
  different: measureDifferent,
  search: measureSearch,
  vote: measureVotes,
  reply: measureReplies,
};
/** On one that keeps no page. */
const bare = { afresh: measureAfresh, long: measureLong };
/** On forums that they start themselves. */
const apart = { memory: measureMemory, live: measureLive, start: measureStart };

/** Runs the bench; answers the exit code: 1 where something could not be measured, 2 for wrong arguments. A row that misses is no failure of the bench. */
export async function run(given) {
  let wish;
  try {
    wish = readArguments(given);
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error;
    tell(`${error.message}\n\n${usage}`);
    return 2;
  }
  if (!canCount) tell("This system does not tell what other processes use: no ratios, no memory.");
  const report = new Report();
  const browser = await openBrowser();
  const tools = {
    ...{ wish, report, tell, browser },
    ...{ load: startLoad(), reading: startLoad(), ceiling: await startCeiling() },
  };
  try {
    const benches = [];
    for (const size of wish.sizes) benches.push(await measureSize(tools, size));
    if (wishes(wish, "same") && benches.length > 1) await compareSizes(benches);
    for (const { discard } of benches) discard();
  } finally {
    await browser?.close();
    await Promise.all([tools.load.stop(), tools.reading.stop(), tools.ceiling.stop()]);
  }
  const machine = describeMachine();
  const told = wish.isJson
    ? JSON.stringify(report.asJson(machine, wish), null, 2)
    : report.asMarkdown(machine, wish);
  process.stdout.write(`${told}\n`);
  return report.failures.length > 0 ? 1 : 0;
}

const wishes = ({ only }, group) => only === null || only.has(group);

/** Measures one size; answers its forum, for comparison. */
async function measureSize(tools, size) {
  const { wish } = tools;
  const copy = await copyForum(size, wish.keep, tell);
  const look = lookAround(copy.database, longThreads(size));
  giveMarks(copy.database, look.names, [look.long[20], look.long[200]]);
  const { text } = queriesOf(look).find(({ kind }) => kind === "middle");
  const bench = { ...tools, ...copy, size, look, search: searchPath(text) };
  await withForum(bench, {}, look.names, async (forum, cookies) => {
    await measureAll(shipped, { ...bench, forum, cookies });
  });
  if (Object.keys(bare).some((group) => wishes(wish, group))) {
    await withForum(bench, NOTHING_KEPT, look.names.slice(0, READERS), (forum, bareCookies) =>
      measureAll(bare, { ...bench, bare: forum, bareCookies }),
    );
  }
  await measureAll(apart, bench);
  return bench;
}

async function measureAll(measures, bench) {
  for (const [group, measure] of Object.entries(measures)) {
    if (!wishes(bench.wish, group)) continue;
    await measure(bench).catch((error) => bench.report.failed(`${group} at ${bench.size}`, error));
  }
}

async function withForum({ database, password }, env, names, deed) {
  const forum = await startForum({ database, env });
  try {
    await deed(forum, await signIn(forum.origin, names, password));
  } finally {
    await forum.stop();
  }
}

async function compareSizes(benches) {
  const [small, large] = [benches[0], benches.at(-1)];
  const names = (bench) => bench.look.names.slice(0, READERS);
  await withForum(small, NOTHING_KEPT, names(small), (first, firstCookies) =>
    withForum(large, NOTHING_KEPT, names(large), (second, secondCookies) =>
      measureSame(
        { ...small, bare: first, bareCookies: firstCookies },
        { ...large, bare: second, bareCookies: secondCookies },
      ),
    ),
  ).catch((error) => small.report.failed("same", error));
}
