/** What a text of Markdown may refer to, before anything is rendered or looked up. */

/** What is looked up for one text; whoever names more reaches only these. */
const MOST = 50;

/** Letters of scripts that put no space between a name and what goes on. */
const joined = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}ー`;
/** An @ that no word, address or path runs into, and what may be a name after it. */
const mention = new RegExp(
  String.raw`(?<![@/.+-]|(?![${joined}])[\p{L}\p{M}\p{N}])@([\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{1,60})`,
  "gu",
);
/** The letters of one kind that a name begins with, if one of the other kind goes on from them. */
const leading = new RegExp(
  String.raw`^(?:[^${joined}]+(?=[${joined}])|[${joined}\p{N}_.-]+(?=(?![${joined}])\p{L}))`,
  "u",
);
/** A link to a post with a colon behind it, as it begins a quotation. */
const quotation = /\]\(\/posts\/([1-9]\d{0,14})\):/g;

export interface Candidates {
  /** As they were typed, without the @. */
  names: string[];
  postIds: number[];
}

/** The names and posts that a text may refer to, each once, the first `most` of each: candidates only, for what stands in code or in a quotation mentions nobody. */
export function findReferences(markdown: string, most = MOST): Candidates {
  return {
    names: gather(most, namesIn(markdown), (name) => name),
    postIds: gather(most, markdown.matchAll(quotation), ([, id]) => Number(id)),
  };
}

/** Where in a text somebody may be mentioned: the names that may be meant, the longest first, and where their @ stands. */
export function* findMentions(text: string): Generator<{ names: string[]; at: number }> {
  for (const { 1: typed = "", index } of text.matchAll(mention)) {
    const names = [typed, leading.exec(typed)?.[0] ?? ""]
      // A dot or a dash at the end is the sentence's.
      .map((name) => name.replace(/[-_.]+$/, ""))
      .filter((name) => name.length > 1);
    if (names.length > 0) yield { names, at: index };
  }
}

function* namesIn(text: string) {
  for (const { names } of findMentions(text)) yield* names;
}

function gather<Found, One>(most: number, all: Iterable<Found>, read: (found: Found) => One) {
  const found = new Set<One>();
  for (const each of all) {
    found.add(read(each));
    if (found.size === most) break;
  }
  return [...found];
}
