/** <details> and <summary>, written bare: a part that the reader opens. Without its end it is shown as text. */
import type { MarkedExtension, Tokens } from "marked";
import type { BoundedTokenizer } from "./tokenizer.ts";

const begins = /^ {0,3}<details>/i;
const summary = /^\s*<summary>([\s\S]{0,500}?)<\/summary>/i;
/** Deeper than the tokenizer goes, so nothing further needs to be looked for. */
const DEEPEST = 30;

/** Where the inside of the part that begins the text ends, or nothing if it does not end. */
function findEnd(src: string): { inside: number; after: number } | undefined {
  const tags = /<(\/?)details>/gi;
  let depth = 0;
  for (const tag of src.matchAll(tags)) {
    depth += tag[1] ? -1 : 1;
    if (depth === 0) return { inside: tag.index, after: tag.index + tag[0].length };
    if (depth > DEEPEST) return undefined;
  }
  return undefined;
}

export const details: MarkedExtension = {
  extensions: [
    {
      name: "details",
      level: "block",
      tokenizer(src): Tokens.Generic | undefined {
        const beginning = begins.exec(src)?.[0];
        const end = beginning && findEnd(src);
        if (!beginning || !end) return undefined;
        const inside = src.slice(beginning.length, end.inside);
        const words = summary.exec(inside);
        const { lexer } = this;
        const tokenizer = lexer.options.tokenizer as BoundedTokenizer;
        return tokenizer.withinBlock(() => ({
          type: "details",
          raw: src.slice(0, end.after),
          summary: words?.[1]?.trim() ? lexer.inline(words[1].trim()) : [],
          tokens: lexer.blockTokens(inside.slice(words?.[0].length ?? 0).replace(/^\s*\n/, "")),
        }));
      },
      childTokens: ["summary", "tokens"],
      renderer(token) {
        const words = token.summary.length > 0 ? this.parser.parseInline(token.summary) : "";
        const head = words ? `<summary>${words}</summary>\n` : "";
        return `<details>\n${head}${this.parser.parse(token.tokens ?? [])}</details>\n`;
      },
    },
  ],
};
