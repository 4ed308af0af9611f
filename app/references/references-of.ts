/** What a rendered text really refers to; for HTML that the cleaner has written. */
export interface References {
  /** People who are mentioned, as their addresses name them. */
  names: string[];
  /** Posts that are quoted. */
  postIds: number[];
}

/** The people mentioned and the posts quoted in a post's HTML, each once. A quotation's own mentions and quotations are its author's, not this one's. */
export function referencesOf(html: string): References {
  const names = new Set<string>();
  const postIds = new Set<number>();
  /** Whether each open quotation still waits for the link to what it quotes. */
  const open: boolean[] = [];
  for (const [tag, closing, name] of html.matchAll(/<(\/?)(blockquote|a)\b[^>]*>/g)) {
    if (name === "blockquote") {
      if (closing) open.pop();
      else open.push(/ class="quotation\b/.test(tag));
    } else if (!closing && open.length === 0) {
      const mentioned = / class="mention"/.test(tag) && / href="\/people\/([^"]+)"/.exec(tag);
      if (mentioned) names.add(decodeURIComponent(mentioned[1]!));
    } else if (!closing && open.length === 1 && open[0]) {
      const quoted = / href="\/posts\/([1-9]\d{0,14})"/.exec(tag);
      if (quoted) postIds.add(Number(quoted[1]));
      open[0] = false;
    }
  }
  return { names: [...names], postIds: [...postIds] };
}
