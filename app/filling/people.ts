import type { Dice } from "./dice.ts";
import { Zipf } from "./zipf.ts";

/** People who were there when the forum began, so that somebody could write. */
const FOUNDERS = 0.1;
/** Somebody who had not joined yet is another who had, at the latest after so many throws. */
const THROWS = 6;

/** Everybody by number, in the order in which they joined; a few of them write most of what there is. */
export class People {
  readonly joinedAt: Uint32Array;
  readonly #founders: number;
  readonly #byActivity: Uint32Array;
  readonly #activity: Zipf;

  constructor(count: number, began: number, now: number, dice: Dice) {
    this.#founders = Math.ceil(count * FOUNDERS);
    this.joinedAt = Uint32Array.from({ length: count }, (_, person) =>
      person < this.#founders ? began : began + dice.next() ** 0.7 * (now - began - 3600),
    ).sort();
    this.#byActivity = dice.shuffle(Uint32Array.from({ length: count }, (_, person) => person));
    // The tenth writes half as much as the first.
    this.#activity = new Zipf(count, 1, 10);
  }

  /** Somebody who had joined by then. */
  throw(dice: Dice, at: number): number {
    for (let turn = 0; turn < THROWS; turn += 1) {
      const person = this.#byActivity[this.#activity.throw(dice)]!;
      if (this.joinedAt[person]! <= at) return person;
    }
    return dice.below(this.#founders);
  }
}
