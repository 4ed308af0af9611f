/** Lets so many run at once, so many wait, and refuses the rest. */
import { Refusal } from "./refusals.ts";
import type { MessageKey } from "./strings/say.ts";

interface Bounds {
  atOnce: number;
  waiting: number;
  /** What is said, and the seconds after which to try again, when nobody more may wait. */
  full: { key: MessageKey; retryAfter: number };
}

export class Turns {
  readonly #bounds: Bounds;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(bounds: Bounds) {
    this.#bounds = bounds;
  }

  /** Does the work when its turn comes; throws Refusal 503 when too many wait already. */
  async take<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const { atOnce, waiting, full } = this.#bounds;
    if (this.#running < atOnce) this.#running += 1;
    else {
      if (this.#waiting.length >= waiting) {
        throw new Refusal(503, { key: full.key }, full.retryAfter);
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The place passes to the next without a moment in which a third could take it.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
