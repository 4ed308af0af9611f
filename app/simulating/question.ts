/** What is asked of a mechanism, and what was found. */
import type { Bench } from "./bench.ts";

export interface Asked {
  least?: number;
  most?: number;
  /** Equal to it is too little. */
  above?: number;
}

export interface Question {
  /** Begins with the mechanism, as `M4`. */
  name: string;
  /** Bounds of the mean; without one the row is told and nothing is asked. */
  asked?: Asked;
  /** Digits behind the point. */
  digits?: number;
  /** Too long for a quick look. */
  isLong?: boolean;
  /** One value for each seed, or several. */
  ask(bench: Bench): number[];
}

export interface Answer {
  name: string;
  asked: Asked | null;
  /** The mean of the values. */
  found: number;
  lowest: number;
  highest: number;
  digits: number;
  /** Null where nothing was asked. */
  holds: boolean | null;
}

/** Puts the question to the bench; a mean that is no number holds nothing. */
export function answer({ name, asked, digits = 1, ask }: Question, bench: Bench): Answer {
  const values = ask(bench);
  const found = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ...{ name, asked: asked ?? null, found, digits },
    lowest: Math.min(...values),
    highest: Math.max(...values),
    holds: asked ? isWithin(found, asked) : null,
  };
}

function isWithin(found: number, { least, most, above }: Asked): boolean {
  const none = Number.POSITIVE_INFINITY;
  return found >= (least ?? -none) && found <= (most ?? none) && found > (above ?? -none);
}
