/** The arithmetic of the bench. Pure. */

/** The middle of some numbers, or the mean of the two in the middle; null of none. */
export function median(numbers) {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The least number that so many of a hundred do not exceed; null of none. */
export function percentile(numbers, part) {
  if (numbers.length === 0) return null;
  const sorted = [...numbers].sort((one, other) => one - other);
  const place = Math.ceil((part / 100) * sorted.length) - 1;
  return sorted[Math.max(0, Math.min(sorted.length - 1, place))];
}

/** One number to another, or null where either was not measured. */
export function ratio(one, other) {
  return one === null || other === null || other === 0 ? null : one / other;
}

/** A repeatable chance from 0 to 1, by a seed (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** So many picks out of `size` things, the n-th as often as one n-th of the first (Zipf), the same for one seed. */
export function zipf(size, count, seed) {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let place = 0; place < size; place += 1) {
    sum += 1 / (place + 1);
    sums[place] = sum;
  }
  const random = chance(seed);
  return Array.from({ length: count }, () => firstAbove(sums, random() * sum));
}

/** The place of the first of some rising numbers that is greater than another. */
function firstAbove(rising, number) {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle] > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
