/** What a model wrote, set apart under the model's name: a fence ```ai Model, or > [!AI Model]. */
import type { MarkedExtension, Parser, Token, Tokens } from "marked";
import { say } from "../strings/say.ts";
import { escapeHtml, withoutTurning } from "./escape.ts";
import { Notes } from "./notes.ts";
import type { Place } from "./place.ts";
import { readReferences } from "./read-references.ts";
import type { BoundedTokenizer } from "./tokenizer.ts";

const LONGEST_NAME = 80;
const fence = /^ {0,3}(?:`{3,}|~{3,})[ \t]*ai(?![^\s])/i;

/** The name of a model as it was typed, short enough for a label. */
export const readModel = (typed: string) =>
  [...withoutTurning(readReferences(typed)).replace(/\s+/g, " ").trim()]
    .slice(0, LONGEST_NAME)
    .join("");

/** The block as HTML, which the reader can fold. */
export function writeAi(
  place: Place,
  parser: Parser,
  model: string,
  notes: Notes,
  inside: Token[],
) {
  // The isolates keep a reversed name from reversing the label.
  const label = model
    ? say("markdown.ai", { model: `\u2068${model}\u2069` })
    : say("markdown.ai.not-named");
  const html = place.apart(notes, () => parser.parse(inside) + notes.write());
  return `<details class="ai" open>\n<summary>${escapeHtml(label)}</summary>\n${html}</details>\n`;
}

/** For one text, whose place it is told. */
export function ai(place: Place): MarkedExtension {
  return {
    extensions: [
      {
        name: "ai",
        level: "block",
        tokenizer(src): Tokens.Generic | undefined {
          if (!fence.test(src)) return undefined;
          const { lexer } = this;
          const tokenizer = lexer.options.tokenizer as BoundedTokenizer;
          const code = tokenizer.fences(src);
          if (!code) return undefined;
          const notes = new Notes(place);
          const model = readModel(code.lang?.slice("ai".length) ?? "");
          return tokenizer.withinBlock(() => ({
            type: "ai",
            raw: code.raw,
            model,
            notes,
            tokens: place.apart(notes, () => lexer.blockTokens(code.text)),
          }));
        },
        childTokens: ["tokens"],
        renderer({ model, notes, tokens = [] }) {
          return writeAi(place, this.parser, model, notes, tokens);
        },
      },
    ],
  };
}
