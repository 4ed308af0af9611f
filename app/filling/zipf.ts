import type { Dice } from "./dice.ts";

/** Ranks of which the first comes most often and the last seldom: the r-th in proportion to 1 / (r + flat)^steep. */
export class Zipf {
  readonly #sums: Float64Array;

  constructor(count: number, steep = 1, flat = 1) {
    this.#sums = new Float64Array(count);
    let sum = 0;
    for (let rank = 0; rank < count; rank += 1) {
      sum += 1 / (rank + flat) ** steep;
      this.#sums[rank] = sum;
    }
  }

  /** A rank from 0 on. */
  throw(dice: Dice): number {
    const aim = dice.next() * this.#sums.at(-1)!;
    let [low, high] = [0, this.#sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sums[middle]! > aim) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
