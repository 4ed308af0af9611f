/** What is searched for: words of the forum's own posts, from the commonest to the rarest, and everything that narrows a search. Pure. */
import { chance } from "./figures.js";

/** So many of each kind. */
const EACH = 25;

/** Words of a phrase that stands nowhere, and most words of a question. */
const LONG_PHRASE = 6;
const MOST_WORDS = 12;

/** Each query with its kind, and its order and place where it is not the first page of the best. */
export function queriesOf({ texts, names, topic, newest }) {
  const random = chance(11);
  const pick = (things) => things[Math.floor(random() * things.length)];
  const words = wordsByCount(texts);
  const common = words.slice(0, EACH);
  const middle = words.slice(Math.floor(words.length * 0.05)).slice(0, 10 * EACH);
  const rare = words.slice(-10 * EACH);
  const many = (kind, make) => Array.from({ length: EACH }, (_, at) => ({ kind, text: make(at) }));
  const since = new Date(newest.getTime() - 30 * 86_400_000).toISOString().slice(0, 10);
  const shuffled = (count) => {
    const left = [...new Set(common)];
    const taken = [];
    while (left.length > 0 && taken.length < count) {
      taken.push(...left.splice(Math.floor(random() * left.length), 1));
    }
    return taken.join(" ");
  };
  const byTime = (kind, after) =>
    many(kind, (at) => common[at % common.length]).map((query) => ({
      ...query,
      order: "newest",
      ...(after && { after }),
    }));
  const earlier = `${Math.floor(newest.getTime() / 1000) - 90 * 86_400}.1`;
  return [
    ...many("commonest", (at) => common[at % common.length]),
    ...many("middle", () => pick(middle)),
    ...many("rare", () => pick(rare)),
    ...many("two words", () => `${pick(common)} ${pick(middle)}`),
    ...many("two common words", (at) => `${common[at % common.length]} ${pick(common)}`),
    ...many("phrase", () => `"${neighbours(pick(texts), random)}"`),
    ...many("by", (at) => `${pick(common)} by:${names[at % names.length]}`),
    ...many("topic", () => `${pick(middle)} topic:${topic}`),
    ...many("since", () => `${pick(common)} since:${since}`),
    ...many("phrase of nowhere", () => `"${shuffled(LONG_PHRASE)}"`),
    ...many("twelve words", () => shuffled(MOST_WORDS)),
    ...many("without", (at) => `${common[at % common.length]} -${pick(common)}`),
    ...byTime("newest", null),
    ...byTime("further page", earlier),
  ];
}

const wordsOf = (text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Words by the number of texts that have them, the commonest first. */
function wordsByCount(texts) {
  const counts = new Map();
  for (const text of texts) {
    for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([word]) => word);
}

/** Two words that follow each other in a text. */
function neighbours(text, random) {
  const pairs = text.match(/\p{L}{3,} (?=\p{L}{3,})/gu) ?? [];
  if (pairs.length === 0) return wordsOf(text)[0] ?? "weights";
  const first = pairs[Math.floor(random() * pairs.length)];
  const after = text.slice(text.indexOf(first) + first.length);
  return `${first}${/^\p{L}+/u.exec(after)[0]}`.toLowerCase();
}
