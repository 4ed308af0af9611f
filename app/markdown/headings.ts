/** Headings begin at h3, for the page owns h1 and h2, and never skip a level, whatever was written. */
import type { MarkedExtension } from "marked";

const FIRST = 3;
const LAST = 6;

/** For one text, since it remembers the headings above. */
export function headings(): MarkedExtension {
  const above: number[] = [];
  return {
    walkTokens(token) {
      if (token.type !== "heading") return;
      while (above.length > 0 && above.at(-1)! >= token.depth) above.pop();
      above.push(token.depth);
      token.depth = Math.min(FIRST + above.length - 1, LAST);
    },
    renderer: {
      heading({ tokens, depth }) {
        const words = this.parser.parseInline(tokens);
        return words.trim() ? `<h${depth}>${words}</h${depth}>\n` : "";
      },
    },
  };
}
