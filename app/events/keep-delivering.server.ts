import { setTimeout as pause, setImmediate } from "node:timers/promises";
import type { Forum } from "../context.server.ts";
import { deliverEvents } from "./deliver.server.ts";

/** Longest wait at the end for what was taken, in milliseconds; what is left then is taken by others, when its lease ends. */
const LAST_WAIT = 1_000;

/** Milliseconds from the first who asks to the delivery: their answer goes out first, and what follows from the deeds of others meanwhile is taken with it. */
const GATHERED_FOR = 100;

export interface Delivery {
  /** Delivers until nothing is due, what comes meanwhile included. Never rejects. */
  deliver: () => Promise<void>;
  /** Takes up nothing more, and waits a little for what was taken. */
  stop: () => Promise<void>;
}

/** Delivers the events of a forum when it is asked to: one run at a time in a process, however many ask. */
export function keepDelivering({
  db,
  now,
  reportError,
}: Pick<Forum, "db" | "now" | "reportError">): Delivery {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  const stopping = new AbortController();

  /** Rejects never: who stops cuts it short. */
  const gather = () =>
    pause(GATHERED_FOR, undefined, { ref: false, signal: stopping.signal }).catch(() => {});

  async function run() {
    try {
      do {
        await gather();
        isAskedAgain = false;
        while ((await deliverEvents(db, now(), reportError)) > 0 && !isStopped) {
          await setImmediate();
        }
      } while (isAskedAgain && !isStopped);
    } catch (error) {
      reportError(error, "delivery of events");
    } finally {
      running = null;
    }
  }

  return {
    async deliver() {
      if (isStopped) return;
      isAskedAgain = true;
      running ??= run();
      await running;
    },
    async stop() {
      isStopped = true;
      stopping.abort();
      await Promise.race([running, pause(LAST_WAIT, undefined, { ref: false })]);
    },
  };
}
