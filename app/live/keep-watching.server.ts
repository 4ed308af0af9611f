import type { Forum } from "../context.server.ts";
import type { Outlet, Stream } from "./stream.ts";
import { type FindHidden, Watch } from "./watch.server.ts";

/** Between two looks, in milliseconds. */
const EVERY = 1_000;
/** Seconds in which nothing is asked of a database that could not answer. */
const REST = 5;
/** When the pages of a forum that stops come again, in milliseconds: not all at once. */
const SOONEST = 1_000;
const LATEST = 6_000;

export interface Live {
  /** Opens a stream; null where there are too many, or the forum stops. */
  open: (opening: Parameters<Watch["open"]>[0], outlet: Outlet) => Stream | null;
  /** A stream has ended. */
  forget: (stream: Stream) => void;
  /** Looks at once what is new; nobody need wait for it, and it never rejects. */
  look: () => Promise<void>;
  /** Ends all streams, and waits for the look that is under way. */
  close: () => Promise<void>;
}

/** Tells open pages what is new: looks once a second, as long as there are any, one look at a time. `random` answers numbers from 0 to 1. */
export function keepWatching(
  { db, now, reportError }: Pick<Forum, "db" | "now" | "reportError">,
  findHidden: FindHidden,
  random: () => number,
): Live {
  const watch = new Watch(db, findHidden);
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let isClosed = false;
  let restsUntil = 0;

  function rest() {
    if (timer && watch.size === 0) {
      clearInterval(timer);
      timer = null;
    }
  }

  async function run() {
    do {
      isAskedAgain = false;
      try {
        if (now() >= restsUntil) await watch.look(now());
      } catch (error) {
        restsUntil = now() + REST;
        reportError(error, "live");
      }
    } while (isAskedAgain && !isClosed);
  }

  async function look() {
    if (isClosed || watch.size === 0) return;
    if (running) isAskedAgain = true;
    running ??= run().finally(() => {
      running = null;
      rest();
    });
    await running;
  }

  return {
    open(opening, outlet) {
      if (isClosed) return null;
      const stream = watch.open(opening, outlet, now());
      if (stream) timer ??= setInterval(() => void (running ?? look()), EVERY);
      return stream;
    },
    forget(stream) {
      watch.forget(stream);
      rest();
    },
    look,
    async close() {
      isClosed = true;
      watch.close(() => SOONEST + Math.floor(random() * (LATEST - SOONEST)));
      rest();
      await running;
    },
  };
}
