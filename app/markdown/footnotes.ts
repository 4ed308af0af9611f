/** Footnotes: [^label] with its note on a line of its own, [^label]: …, and ^[notes written in place]. */
import type { MarkedExtension, Tokens } from "marked";
import { escapeHtml } from "./escape.ts";
import type { Place } from "./place.ts";
import type { BoundedTokenizer } from "./tokenizer.ts";

const begins = /^ {0,3}\[\^([^\]\s[]{1,100})\]:[ \t]*/;
const cites = /^\[\^([^\]\s[]{1,100})\]/;
/** Lines that begin something else, so that a note does not run on into them. */
const other =
  /^ {0,3}(?:\[\^[^\]\s[]{1,100}\]:|>|#{1,6}[ \t]|`{3}|~{3}|[-*+][ \t]|\d{1,9}[.)][ \t]|<|\||\$\$)/;
/** Characters of a note written in place. */
const LONGEST_INLINE = 2_000;

const readLabel = (label: string) => label.toLowerCase();

/** The note that begins a text: how far it reaches, and its content without its indentation. */
function readNote(src: string, head: string): { raw: string; content: string } {
  const lines: string[] = [];
  let end = 0;
  let at = 0;
  let afterBlank = false;
  while (at < src.length) {
    const stop = src.indexOf("\n", at) + 1 || src.length;
    const line = src.slice(at, stop);
    const isBlank = line.trim() === "";
    const isIndented = /^(?: {4}|\t)/.test(line);
    const goesOn = at === 0 || isBlank || isIndented || (!afterBlank && !other.test(line));
    if (!goesOn) break;
    lines.push(at === 0 ? line.slice(head.length) : line.replace(/^(?: {1,4}|\t)/, ""));
    at = stop;
    afterBlank = isBlank;
    if (!isBlank) end = at;
  }
  return { raw: src.slice(0, end), content: lines.join("") };
}

/** Where the bracket that `src` opens at `from` is closed, or -1. */
function findClosing(src: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(src.length, LONGEST_INLINE); at++) {
    const sign = src[at];
    if (sign === "\\") at++;
    else if (sign === "[") depth++;
    else if (sign === "]" && --depth === 0) return at;
  }
  return -1;
}

/** For one text, whose place it is told. */
export function footnotes(place: Place): MarkedExtension {
  const labels = new Set<string>();
  return {
    extensions: [
      {
        name: "footnote",
        level: "block",
        tokenizer(src): Tokens.Generic | undefined {
          const [head, typed] = begins.exec(src) ?? [];
          if (!head || !typed) return undefined;
          const { lexer } = this;
          const tokenizer = lexer.options.tokenizer as BoundedTokenizer;
          return tokenizer.withinBlock(() => {
            const { raw, content } = readNote(src, head);
            const tokens = lexer.blockTokens(content);
            labels.add(readLabel(typed));
            place.notes.define(readLabel(typed), tokens);
            return { type: "footnote", raw, tokens };
          });
        },
        childTokens: ["tokens"],
        renderer: () => "",
      },
      {
        name: "citation",
        level: "inline",
        tokenizer(src): Tokens.Generic | undefined {
          const [raw, typed] = cites.exec(src) ?? [];
          const label = typed && readLabel(typed);
          return raw && label && labels.has(label) ? { type: "citation", raw, label } : undefined;
        },
        renderer({ raw, label }) {
          if (place.insideLabel) return raw;
          return (!place.insideLink && place.notes.cite(label, this.parser)) || escapeHtml(raw);
        },
      },
      {
        name: "inlineNote",
        level: "inline",
        tokenizer(src): Tokens.Generic | undefined {
          if (!src.startsWith("^[")) return undefined;
          const { lexer } = this;
          const tokenizer = lexer.options.tokenizer as BoundedTokenizer;
          return tokenizer.withinSpan(Math.min(src.length, LONGEST_INLINE), () => {
            const end = findClosing(src, 1);
            const content = src.slice(2, end).trim();
            if (end < 0 || !content) return undefined;
            const raw = src.slice(0, end + 1);
            return { type: "inlineNote", raw, tokens: lexer.inlineTokens(content) };
          });
        },
        renderer({ raw, tokens = [] }) {
          if (place.insideLabel) return raw;
          if (place.insideLink) return escapeHtml(raw);
          return place.notes.citeInline(tokens, this.parser);
        },
      },
    ],
    hooks: { postprocess: (html) => html + place.notes.write() },
  };
}
