/** Mathematics in TeX: $…$ in a line, $$…$$ on lines of its own. Prices stay prices. */
import type { MarkedExtension, Tokens } from "marked";
import { say } from "../strings/say.ts";
import { escapeHtml } from "./escape.ts";
import type { Place } from "./place.ts";
import type { BoundedTokenizer } from "./tokenizer.ts";

/** Characters between the dollars. */
const LONGEST_BLOCK = 4_000;
/** The first dollar that is not escaped ends it or nothing does: no space inside it, no amount that words go on from, as in “$5 to 6$”, and no letter or digit outside, except in “the $n$th”. */
const inLine =
  /\$(?![\s$])(?!(?=[^\\^_{=+<>$]{1,1000}\$)\d[^$]*?[\s(/,-]\p{L}{2,}[^\p{L}$])((?:\\[^\n]|[^\\$`]){1,1000}?)(?<!\s)\$(?!(?!(?:st|nd|rd|th|s)\b)[A-Za-z0-9_{$])/u;
/** Two dollars at a time, if no words without any sign of mathematics follow after a space. */
const displayed =
  /\$\$(?!\$)(?!\s(?=[^\\^_{=+<>$]{1,1000}\$)[^$]*?\p{L}{2})((?:\\[^\n]|[^\\$`]){1,1000})\$\$(?!\$)/u;
const formula = new RegExp(`^(?:${displayed.source}|${inLine.source})`, "u");
/** The same in a text whose escapes, code and links are masked, so that no stress begins or ends in a formula and every other stress stands. A dollar that ends a word or a price, as in “5$”, begins nothing. */
const masked = new RegExp(`${displayed.source}|(?<![A-Za-z0-9])${inLine.source}`, "gu");

/** For one text, whose place it is told. */
export function math(place: Place): MarkedExtension {
  const { formulas } = place;
  return {
    extensions: [
      {
        name: "formulaBlock",
        level: "block",
        tokenizer(src): Tokens.Generic | undefined {
          const begin = /^ {0,3}\$\$(?!\$)/.exec(src)?.[0].length;
          if (!begin) return undefined;
          const end = src.slice(begin, begin + LONGEST_BLOCK).indexOf("$$");
          const tex = src.slice(begin, begin + end).trim();
          const after = /^\$\$[ \t]*(?:\n|$)/.exec(src.slice(begin + end, begin + end + 100));
          if (end < 0 || !tex || !after) return undefined;
          return { type: "formulaBlock", raw: src.slice(0, begin + end + after[0].length), tex };
        },
        renderer({ tex }) {
          const name = escapeHtml(say("markdown.formula"));
          const formula = formulas.hold(tex, true);
          return `<div class="formula" role="group" tabindex="0" aria-label="${name}">${formula}</div>\n`;
        },
      },
      {
        name: "formula",
        level: "inline",
        tokenizer(src, tokens): Tokens.Generic | undefined {
          if (!src.startsWith("$")) return undefined;
          const isDisplay = src.startsWith("$$");
          const { signBefore } = this.lexer.options.tokenizer as BoundedTokenizer;
          const isBehindWord = tokens.at(-1)?.type === "text" && /[A-Za-z0-9]/.test(signBefore);
          if (isBehindWord && !isDisplay) return undefined;
          const [raw, shown, tex = shown] = formula.exec(src) ?? [];
          return raw && tex?.trim()
            ? { type: "formula", raw, tex: tex.trim(), isDisplay }
            : undefined;
        },
        renderer({ raw, tex, isDisplay }) {
          if (place.insideLabel) return raw;
          // A link's words are judged as they stand, so they stay as they are.
          return place.insideLink ? escapeHtml(raw) : formulas.hold(tex, isDisplay);
        },
      },
    ],
    hooks: {
      emStrongMask: (src) => src.replace(masked, (whole) => `[${"a".repeat(whole.length - 2)}]`),
    },
  };
}
