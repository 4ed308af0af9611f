/** What a text of Markdown may refer to, before anything is rendered or looked up. */

/** What is looked up for one text; whoever names more reaches only these. */
const MOST = 50;

/** An @ that no word, address or path runs into, and what may be a name after it. */
const mention = /(?<![\p{L}\p{M}\p{N}@/.+-])@([\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]{1,60})/gu;
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
    names: gather(most, findMentions(markdown), ({ name }) => name),
    postIds: gather(most, markdown.matchAll(quotation), ([, id]) => Number(id)),
  };
}

/** Where in a text somebody may be mentioned: the name, and where its @ stands. */
export function* findMentions(text: string): Generator<{ name: string; at: number }> {
  for (const { 1: typed, index } of text.matchAll(mention)) {
    // A dot or a dash at the end is the sentence's.
    const name = typed!.replace(/[-_.]+$/, "");
    if (name.length > 1) yield { name, at: index };
  }
}

function gather<Found, One>(most: number, all: Iterable<Found>, read: (found: Found) => One) {
  const found = new Set<One>();
  for (const each of all) {
    found.add(read(each));
    if (found.size === most) break;
  }
  return [...found];
}
