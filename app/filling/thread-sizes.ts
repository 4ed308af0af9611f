/** Beyond this share of all posts no thread of usual size goes. */
const LARGEST_SHARE = 1 / 50;
/** Of the largest sizes, where there are fewer posts. */
const LARGEST_AT_LEAST = 40;
/** How heavy the tail is: one thread in a hundred is some twenty-five times as long as the middle one. */
const TAIL = 1.2;

/** The posts of each thread, the longest first: few are long, most are short, each has its opening post; together they are `posts`. */
export function threadSizes(posts: number, threads: number): Uint32Array {
  const largest = Math.max(LARGEST_AT_LEAST, posts * LARGEST_SHARE, Math.ceil(posts / threads));
  const sizes = new Uint32Array(threads);
  let [low, high] = [0, posts];
  for (let turn = 0; turn < 60; turn += 1) {
    const scale = (low + high) / 2;
    if (spread(sizes, scale, largest) > posts) high = scale;
    else low = scale;
  }
  let left = posts - spread(sizes, low, largest);
  // What rounding left goes to the shortest, one post each.
  while (left > 0) {
    for (let rank = threads - 1; rank >= 0 && left > 0; rank -= 1, left -= 1) sizes[rank]! += 1;
  }
  return sizes.sort().reverse();
}

/** Sets the sizes to a scale; answers their sum. */
function spread(sizes: Uint32Array, scale: number, largest: number): number {
  let sum = 0;
  for (let rank = 0; rank < sizes.length; rank += 1) {
    const share = (rank + 1) / sizes.length;
    const size = Math.floor(Math.max(1, Math.min(largest, scale * share ** (-1 / TAIL))));
    sizes[rank] = size;
    sum += size;
  }
  return sum;
}
