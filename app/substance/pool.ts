/** From the sentences to the text: the strongest one counts most. */
import { exponential } from "./chance.ts";

/** How much more the strongest sentence counts than the others. */
const SHARPNESS = 1.5;

/** A soft maximum of the values, and each one's share in it; at least one value is needed. */
export function pool(values: readonly number[]): { value: number; shares: number[] } {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  const shares = values.map((value) => exponential(SHARPNESS * (value - most)));
  let sum = 0;
  for (const share of shares) sum += share;
  let value = 0;
  for (let at = 0; at < values.length; at++) {
    shares[at]! /= sum;
    value += shares[at]! * values[at]!;
  }
  return { value, shares };
}
