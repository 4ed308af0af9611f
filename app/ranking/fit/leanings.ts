import type { ScopeFit } from "./fit-scopes.ts";

/** In billionths, by the scope of its thread; 0 for a post on which nobody agreed or disagreed. */
export type LeaningOf = (scope: number, post: number) => number;

/** Which side agrees with a post, by the fits that were made. */
export function leaningsOf(fits: readonly ScopeFit[]): LeaningOf {
  const byScope = new Map(fits.map((fit) => [fit.scope, fit]));
  return (scope, post) => {
    const fit = byScope.get(scope);
    const place = fit ? placeIn(fit.posts, post) : -1;
    return place < 0 ? 0 : fit!.leanings[place]!;
  };
}

/** Where a number stands among numbers that rise; -1 where it does not. */
function placeIn(numbers: Float64Array, number: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (numbers[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return numbers[from] === number ? from : -1;
}
