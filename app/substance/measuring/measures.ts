/** How well scores tell two kinds of texts apart. */

/** The chance that a text of the kind scores above one that is not, ties as one half; NaN where either is missing. */
export function auc(scores: readonly number[], kinds: readonly boolean[]): number {
  const order = [...scores.keys()].sort((one, other) => scores[one]! - scores[other]!);
  let ranks = 0;
  let positives = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to]!] === scores[order[from]!]) to++;
    for (let at = from; at < to; at++) {
      if (!kinds[order[at]!]) continue;
      ranks += (from + to + 1) / 2;
      positives++;
    }
    from = to;
  }
  const pairs = positives * (order.length - positives);
  return pairs === 0 ? Number.NaN : (ranks - (positives * (positives + 1)) / 2) / pairs;
}

/** The share of the kind that is found when at most this share of the others is flagged. */
export function recallAt(
  scores: readonly number[],
  kinds: readonly boolean[],
  falsePositives: number,
): number {
  const others = scores.filter((_, at) => !kinds[at]).sort((one, other) => other - one);
  const bound = others[Math.floor(others.length * falsePositives)] ?? Number.NEGATIVE_INFINITY;
  const ofKind = scores.filter((_, at) => kinds[at]);
  return ofKind.length === 0
    ? Number.NaN
    : ofKind.filter((score) => score > bound).length / ofKind.length;
}

/** The share of scores from the bound on. */
export const shareFrom = (scores: readonly number[], bound: number): number =>
  scores.length === 0
    ? Number.NaN
    : scores.filter((score) => score >= bound).length / scores.length;
