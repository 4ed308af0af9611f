/** Raw HTML is shown as text, except a few bare tags that people do write in posts. */
import type { MarkedExtension, Tokens } from "marked";
import { escapeHtml } from "./escape.ts";

const bareSpan = /^<\/?(?:br|sub|sup|kbd)\s*\/?>$/i;
const bareRule = /^ {0,3}<hr\s*\/?>[ \t]*(?:\n|$)/i;

export const rawHtml: MarkedExtension = {
  tokenizer: {
    /** No block of raw HTML: its lines are Markdown like others, and its tags become text. */
    html(src): Tokens.HTML | undefined {
      const raw = bareRule.exec(src)?.[0];
      if (!raw) return undefined;
      return { type: "html", raw, text: "<hr>\n", pre: false, block: true };
    },
    /** A tag opens nothing: no link, and no stretch of text that goes unescaped. */
    tag(src): Tokens.Tag | undefined {
      const raw = this.rules.inline.tag.exec(src)?.[0];
      if (!raw) return undefined;
      return { type: "html", raw, text: raw, inLink: false, inRawBlock: false, block: false };
    },
  },
  renderer: {
    html({ text, block }) {
      return block || bareSpan.test(text) ? text.toLowerCase() : escapeHtml(text);
    },
  },
};
