/** The circuit breaker (mechanism, M14). */

/** It looks at so many last decisions, and waits until there are as many. */
export const DECISIONS = 40;
const MOST_REVERSED = 0.15 * DECISIONS;

/** Were too many of the last decisions reversed? Then nothing is hidden before review. One entry a decision, the newest last, true if it was reversed. */
export function breakerTrips(reversed: readonly boolean[]): boolean {
  if (reversed.length < DECISIONS) return false;
  return reversed.slice(-DECISIONS).filter(Boolean).length > MOST_REVERSED;
}
