/** How common each word is in comments at large: a table of bytes in which every word has two places, and the lower one counts. */
const bits = 17;
export const commonnessBytes = 1 << bits;
const mask = commonnessBytes - 1;

/** How often a word was met, as the power of two nearest below; 0 for a word that is not known. */
export type Commonness = Uint8Array;

function places(word: string): [number, number] {
  let one = 2166136261;
  let other = 5381;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    one = Math.imul(one ^ code, 16777619);
    other = (Math.imul(other, 33) + code) | 0;
  }
  one ^= one >>> 15;
  other = Math.imul(other ^ (other >>> 13), 2246822519);
  return [one & mask, (other ^ (other >>> 16)) & mask];
}

export function commonnessOf(word: string, table: Commonness): number {
  const [one, other] = places(word);
  return Math.min(table[one]!, table[other]!);
}

/** Counts in how many of the texts each word is; words in fewer than four are left out. */
export function countCommonness(texts: Iterable<string>): Commonness {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(
      text
        .toLowerCase()
        .replaceAll("’", "'")
        .match(/[a-z][a-z']*/g),
    ))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const table = new Uint8Array(commonnessBytes);
  for (const [word, count] of counts) {
    if (count < 4) continue;
    const level = 31 - Math.clz32(count);
    for (const place of places(word)) table[place] = Math.max(table[place]!, level);
  }
  return table;
}
