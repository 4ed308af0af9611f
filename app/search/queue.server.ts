/** Searches that wait for their turn: not for long, and not when whoever asked is gone. */
import { Refusal } from "../refusals.ts";

interface Bounds {
  atOnce: number;
  waiting: number;
  /** Longest wait, in milliseconds. */
  patience: number;
}

/** Seconds after which to try again. */
const RETRY_AFTER = 5;

const busy = () => new Refusal(503, { key: "search.busy" }, RETRY_AFTER);

export class Queue {
  readonly #bounds: Bounds;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Does the work when its turn comes; throws Refusal 503 when too many wait already, its turn does not come in time, or nobody waits for it any more. */
  async take<Answer>(work: () => Promise<Answer>, gone: AbortSignal): Promise<Answer> {
    if (gone.aborted) throw busy();
    if (this.#running < this.#bounds.atOnce) this.#running += 1;
    else await this.#wait(gone);
    try {
      return await work();
    } finally {
      const [next] = this.#waiting;
      // The place passes to the next without a moment in which a third could take it.
      if (next) next();
      else this.#running -= 1;
    }
  }

  #wait(gone: AbortSignal): Promise<void> {
    const { waiting, patience } = this.#bounds;
    if (this.#waiting.size >= waiting) throw busy();
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", giveUp);
        this.#waiting.delete(begin);
      };
      const begin = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(busy());
      };
      const timer = setTimeout(giveUp, patience);
      gone.addEventListener("abort", giveUp);
      this.#waiting.add(begin);
    });
  }
}
