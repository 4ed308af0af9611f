/** The effect of length as posts come by one at a time: the same as lengthEffect of all of them at once. */
import { type LengthEffect, noLengthEffect } from "../substance.ts";

export class LengthSums {
  #count = 0;
  #length = 0;
  #bridging = 0;
  #together = 0;
  #apart = 0;

  /** Takes a post with votes. */
  add(bridging: number, words: number) {
    this.#count += 1;
    const beyond = Math.log(1 + words) - this.#length;
    this.#length += beyond / this.#count;
    this.#bridging += (bridging - this.#bridging) / this.#count;
    this.#together += beyond * (bridging - this.#bridging);
    this.#apart += beyond * (Math.log(1 + words) - this.#length);
  }

  end(): LengthEffect {
    if (this.#count < 2) return noLengthEffect;
    const slope = this.#apart > 0 ? Math.max(0, this.#together / this.#apart) : 0;
    return { slope, middle: this.#length };
  }
}
