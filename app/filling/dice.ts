/** Chance that can be had again: the same seed throws the same. */

/** Throws that follow one another from a seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    return stir(this.#state) / 2 ** 32;
  }

  /** A whole number from 0 to below a bound. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  one<Thing>(things: readonly Thing[]): Thing {
    return things[this.below(things.length)]!;
  }

  /** A waiting time whose mean is given: short ones are the most, a few are long. */
  wait(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** In new order, in place. */
  shuffle<Things extends Uint32Array | unknown[]>(things: Things): Things {
    for (let last = things.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [things[last], things[other]] = [things[other]!, things[last]!];
    }
    return things;
  }
}

/** Each bit of what goes in changes half of the bits that come out. */
function stir(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

/** Of one thing there are several dice, so that what one throws more changes no other. */
const kinds = {
  people: 0x51ed270b,
  thread: 0x2c1b3c6d,
  title: 0x68e31da4,
  post: 0x297a2d39,
  said: 0x3ad8025f,
  pool: 0x1b56c4e9,
};

/** What the dice of one thing among many begin from: of a post or a thread, whatever is thrown for the others. */
export const seedOf = (seed: number, what: keyof typeof kinds, index: number) =>
  stir(stir(stir(seed >>> 0) ^ kinds[what]) ^ Math.imul(index + 1, 0x9e3779b1));
