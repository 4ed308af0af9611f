import { setImmediate, setTimeout } from "node:timers/promises";
import type { Forum } from "../context.server.ts";
import { deliverEvents } from "./deliver.server.ts";

/** Longest wait at the end for what was taken, in milliseconds; what is left then is taken by others, when its lease ends. */
const LAST_WAIT = 1_000;

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

  async function run() {
    try {
      do {
        isAskedAgain = false;
        while (!isStopped && (await deliverEvents(db, now(), reportError)) > 0) {
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
      await Promise.race([running, setTimeout(LAST_WAIT, undefined, { ref: false })]);
    },
  };
}
