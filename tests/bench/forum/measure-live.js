/** What many pages that are open ask of a forum. */
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { ask } from "./ask.js";
import { startForum } from "./children.js";
import { canCount, memory, processorSeconds } from "./processes.js";
import { signIn } from "./readers.js";

const STREAMS = 1_000;
/** So many open together. */
const TOGETHER = 50;
/** After what was done nothing is asked for so long, and so long it is looked what listening takes, in milliseconds. */
const STILL = 5_000;
const LISTENING = 10_000;

/** Megabytes that a forum holds more with a thousand streams open than without, each second of them by somebody who is signed in, and the processor's milliseconds a second while nothing happens; null where they could not all be opened. */
export async function measureLive({ database, look, password, report, size }) {
  if (!canCount) return report.row("live", size, { memory: null, cpu: null });
  const forum = await startForum({ database });
  const streams = [];
  try {
    const cookies = await signIn(forum.origin, look.names, password);
    for (const { path } of look.threads.slice(0, 20)) await ask(forum.origin, path);
    await setTimeout(STILL);
    const before = memory(forum.pid);
    while (streams.length < STREAMS) {
      const opening = Array.from({ length: TOGETHER }, (_, place) => {
        const { id } = look.threads[(streams.length + place) % look.threads.length];
        const cookie = place % 2 === 0 ? cookies[(streams.length + place) % cookies.length] : "";
        return listen(forum.port, `/live?thread=${id}&after=999999999999&unread=0`, cookie);
      });
      streams.push(...(await Promise.all(opening)));
    }
    await setTimeout(STILL);
    const began = processorSeconds(forum.pid);
    await setTimeout(LISTENING);
    const spent = processorSeconds(forum.pid) - began;
    report.row("live", size, {
      memory: memory(forum.pid) - before,
      cpu: (spent * 1000) / (LISTENING / 1000),
    });
  } finally {
    for (const stream of streams) stream.destroy();
    await forum.stop();
  }
}

function listen(port, path, cookie) {
  const headers = { accept: "text/event-stream", ...(cookie ? { cookie } : {}) };
  return new Promise((resolve, reject) => {
    const asking = request({ port, host: "127.0.0.1", path, headers, agent: false }, (answer) => {
      answer.resume();
      answer.on("error", () => {});
      if (answer.statusCode === 200) resolve(asking);
      else reject(new Error(`${path} answered ${answer.statusCode}.`));
    });
    asking.on("error", reject);
    asking.end();
  });
}
