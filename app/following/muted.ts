/** What somebody mutes, and whether a text or a post is among it. */
import { readText } from "../markdown/read-html.ts";

/** Most words that somebody mutes, and the longest of them, in characters: every text they read is looked through for all. */
export const MOST_WORDS = 100;
export const WORD_LETTERS = 60;

export interface Mutes {
  topics: ReadonlySet<number>;
  threads: ReadonlySet<number>;
  /** By the posts that begin them. */
  branches: ReadonlySet<number>;
  people: ReadonlySet<number>;
  /** Folded. */
  words: readonly string[];
  /** Followed at another level inside of what is muted, which they stand out of: threads of topics, and branches of threads. */
  keptThreads: ReadonlySet<number>;
  keptBranches: ReadonlySet<number>;
}

/** A thread or a post, as far as mutes ask for it. */
export interface Muting {
  threadId: number;
  topicIds: readonly number[];
  authorId: number;
  /** The posts above it and itself, by any of which it may be a part of a branch that is followed, the nearest last. */
  branchIds?: readonly number[];
  /** All that it says. */
  text: string;
}

/** Whether its reader does not wish to see it: for its author or a word in it whatever else is followed, else by the nearest of its branch, thread and topics. */
export function isMuted(mutes: Mutes, of: Muting): boolean {
  if (mutes.people.has(of.authorId) || holdsWord(of.text, mutes.words)) return true;
  return isMutedByPlace(mutes, of);
}

/** The same by its place alone. */
export function isMutedByPlace(
  mutes: Mutes,
  { threadId, topicIds, branchIds = [] }: Pick<Muting, "threadId" | "topicIds" | "branchIds">,
): boolean {
  for (const id of branchIds.toReversed()) {
    if (mutes.branches.has(id)) return true;
    if (mutes.keptBranches.has(id)) return false;
  }
  if (mutes.threads.has(threadId)) return true;
  return !mutes.keptThreads.has(threadId) && topicIds.some((id) => mutes.topics.has(id));
}

/** The branches that decide whether a post is muted: none where nothing is muted that those which are kept could stand out of. */
export function decidingBranches(mutes: Mutes): ReadonlySet<number> {
  const { branches, keptBranches, threads, topics } = mutes;
  const isAround = threads.size > 0 || topics.size > 0;
  return branches.size === 0 && !isAround ? branches : new Set([...branches, ...keptBranches]);
}

/** What a post's HTML shows, as text. */
export function shownText(html: string): string {
  let shown = "";
  readText(html, (text) => {
    shown += text;
    return true;
  });
  return shown;
}

/** Letters that stand in words, with the signs that tell C++ and C# from C; pictures are words of their own. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:\+\+|#(?![\p{L}\p{N}]))?|\p{Extended_Pictographic}/gu;
/** Scripts that set no spaces between words, and pictures: looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?![\p{L}\p{N}])\p{Extended_Pictographic}/u;
/** Signs that show nothing. */
const NOTHING = /\p{Default_Ignorable_Code_Point}/gu;
const PLAIN = /^[ -~\s]*$/;

/** One form for words that differ in case, width and invisible signs only. By way of capitals ß is ss, and every i is one, with its dot or without. */
function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const capitals = text.normalize("NFKC").replace(NOTHING, "").toUpperCase();
  return capitals
    .toLowerCase()
    .replace(/i\u0307/g, "i")
    .replaceAll("ς", "σ")
    .normalize("NFKC");
}

const wordsOf = (text: string): string[] => fold(text).match(WORD) ?? [];

/** A word, or words in a row, as they are compared; empty where there is no letter, digit or picture in it. */
export const foldWord = (typed: string): string => wordsOf(typed).join(" ");

/** Whether a text has a folded word in it, as a whole word; of scripts without spaces, anywhere. The text is looked through once, whatever the words. */
function wordIn(text: string): (word: string) => boolean {
  const found = wordsOf(text);
  const known = new Set(found);
  const row = ` ${found.join(" ")} `;
  return (word) => {
    if (known.has(word)) return true;
    if (UNSPACED.test(word)) return row.includes(word);
    // A row of words is looked for only where its first stands.
    const space = word.indexOf(" ");
    return space > 0 && known.has(word.slice(0, space)) && row.includes(` ${word} `);
  };
}

/** Whether a text has one of the folded words in it. */
export const holdsWord = (text: string, words: readonly string[]): boolean =>
  words.length > 0 && text !== "" && words.some(wordIn(text));

/** Those of the folded words that a text has in it. */
export const heldWords = (text: string, words: readonly string[]): string[] =>
  words.length > 0 && text !== "" ? words.filter(wordIn(text)) : [];
