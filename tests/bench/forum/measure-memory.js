/** What all processes of the forum hold: when nobody asks, and while everything is asked at once. */
import { setTimeout } from "node:timers/promises";
import { ask, prepare } from "./ask.js";
import { startForum } from "./children.js";
import { zipf } from "./figures.js";
import { holdGood } from "./in-turns.js";
import { formsOf } from "./measure-replies.js";
import { searchPath } from "./measure-search.js";
import { canCount, memory } from "./processes.js";
import { queriesOf } from "./queries.js";
import { READERS, signIn } from "./readers.js";

/** After the first page nothing is asked for so long, in milliseconds. */
const STILL = 5000;
const LOADED = 15_000;
/** How often it is looked at meanwhile. */
const PAUSE = 250;
/** A second. */
const REPLIES = 50;
const SEARCHES = 5;
const CONNECTIONS = 16;

/** Megabytes of a forum that has just started and answered a page, and the most while 16 connections read, signed out and signed in, others reply and search. */
export async function measureMemory(bench) {
  const { database, look, password, load, reading, report, size } = bench;
  if (!canCount) return report.row("memory", size, { idle: null, busy: null });
  const forum = await startForum({ database });
  try {
    await ask(forum.origin, "/");
    await setTimeout(STILL);
    const idle = memory(forum.pid);
    const cookies = await signIn(forum.origin, look.names, password);
    const { port } = forum;
    const pages = [
      ...look.threads.map(({ path }) => prepare(port, path)),
      ...cookies
        .slice(0, READERS)
        .flatMap((cookie) =>
          [look.long[20], look.long[200], look.threads[0]].map(({ path }) =>
            prepare(port, path, { cookie }),
          ),
        ),
    ];
    const form = formsOf(port, look, cookies);
    const found = queriesOf(look).map(({ text }) => prepare(port, searchPath(text)));
    const others = Array.from({ length: (REPLIES * LOADED) / 1000 }, (_, place) =>
      place % (REPLIES / SEARCHES) === 0
        ? found[(place / (REPLIES / SEARCHES)) % found.length]
        : form(),
    );
    const watch = watchMemory(forum.pid);
    const runs = await Promise.all([
      load.run({
        ...{ port, requests: pages, connections: CONNECTIONS, milliseconds: LOADED },
        picks: mixed(look.threads.length, pages.length),
      }),
      reading.run({ port, requests: others, rate: REPLIES, milliseconds: LOADED }),
    ]);
    const busy = watch.end();
    for (const run of runs) holdGood(run);
    report.row("memory", size, { idle, busy });
  } finally {
    await forum.stop();
  }
}

/** Threads by Zipf, and as often a page of somebody who is signed in. */
function mixed(threads, all) {
  return zipf(threads, 50_000, 3).flatMap((pick, place) => [
    pick,
    threads + (place % (all - threads)),
  ]);
}

function watchMemory(pid) {
  let most = 0;
  const look = () => {
    most = Math.max(most, memory(pid));
  };
  const timer = setInterval(look, PAUSE);
  return {
    end() {
      clearInterval(timer);
      look();
      return most;
    },
  };
}
