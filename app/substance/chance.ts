/** Sums of evidence as chances. Built of the four operations alone, so that every machine comes to the same bits. */

const WHOLE = new Float64Array(129).map((_, power) => 2 ** (power - 64));

/** e to the power of a number, which is held between −40 and 40. */
export function exponential(given: number): number {
  const held = given < -40 ? -40 : given > 40 ? 40 : given;
  const power = Math.round(held / Math.LN2);
  const rest = held - power * Math.LN2;
  let term = 1;
  let sum = 1;
  for (let step = 1; step < 14; step++) {
    term = (term * rest) / step;
    sum += term;
  }
  return sum * WHOLE[power + 64]!;
}

/** The chance, 0 to 1, for evidence from −∞ to ∞. */
export const chance = (evidence: number): number => 1 / (1 + exponential(-evidence));
