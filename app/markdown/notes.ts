/** The footnotes of a text; those of a quotation or of a model's block are its own, so that nobody's note hangs on another's words. */
import type { Parser, Token } from "marked";
import { say } from "../strings/say.ts";
import { escapeHtml } from "./escape.ts";
import type { Place } from "./place.ts";

/** Ways back from one note; whoever cites it more often finds the first places. */
const MOST_BACK = 10;

/** What leads back from a note: an arrow, and the number of the citation where there are several. */
const BACK = "\u21a9\ufe0e";

/** The words of a post's HTML without the signs that lead back from its notes. */
export const withoutWays = (words: string) => words.replace(new RegExp(`${BACK}\\d*`, "g"), "");

interface Note {
  id: string;
  number: number;
  citations: number;
  write: (parser: Parser) => string;
}

export class Notes {
  readonly #place: Place;
  readonly #defined = new Map<string, Token[]>();
  readonly #byLabel = new Map<string, Note>();
  readonly #cited: Note[] = [];
  #parser: Parser | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Takes the content of a note, unless its label has one already. */
  define(label: string, tokens: Token[]) {
    if (!this.#defined.has(label)) this.#defined.set(label, tokens);
  }

  /** The number that leads to a note by its label, as HTML, or null if there is no such note. */
  cite(label: string, parser: Parser): string | null {
    const content = this.#defined.get(label);
    if (!content) return null;
    const note = this.#byLabel.get(label) ?? this.#begin((by) => by.parse(content));
    this.#byLabel.set(label, note);
    return this.#refer(note, parser);
  }

  /** The number that leads to a note written where it is cited. */
  citeInline(tokens: Token[], parser: Parser): string {
    return this.#refer(
      this.#begin((by) => `<p>${by.parseInline(tokens)}</p>\n`),
      parser,
    );
  }

  #begin(write: Note["write"]): Note {
    this.#place.noteIds++;
    const id = `fn-${this.#place.mark}-${this.#place.noteIds}`;
    const note = { id, number: this.#cited.length + 1, citations: 0, write };
    this.#cited.push(note);
    return note;
  }

  #refer(note: Note, parser: Parser): string {
    this.#parser = parser;
    note.citations++;
    const { id, number } = note;
    const name = escapeHtml(say("markdown.footnote", { number }));
    const from = backId(id, note.citations);
    return `<sup class="footnote"><a href="#${id}" id="${from}" aria-label="${name}">${number}</a></sup>`;
  }

  /** The notes that were cited, in that order, as HTML; nothing if none were. */
  write(): string {
    const parser = this.#parser;
    if (!parser) return "";
    let items = "";
    // A note may cite others, which come after it.
    for (const note of this.#cited) {
      const inside = note.write(parser).trimEnd();
      items += `<li id="${note.id}">\n`;
      items += inside.endsWith("</p>")
        ? `${inside.slice(0, -"</p>".length)} ${ways(note)}</p>\n`
        : `${inside}\n<p>${ways(note)}</p>\n`;
      items += "</li>\n";
    }
    const name = escapeHtml(say("markdown.footnotes"));
    return `<div class="footnotes" role="group" aria-label="${name}">\n<ol>\n${items}</ol>\n</div>\n`;
  }
}

const backId = (id: string, citation: number) =>
  `${id.replace(/\d+$/, "ref$&")}${citation > 1 ? `-${citation}` : ""}`;

/** The links back into the text. */
function ways({ id, number, citations }: Note): string {
  const links = [];
  for (let citation = 1; citation <= Math.min(citations, MOST_BACK); citation++) {
    const name = escapeHtml(say("markdown.footnote.back", { number, citation }));
    const sign = `${BACK}${citation > 1 ? citation : ""}`;
    links.push(`<a href="#${backId(id, citation)}" aria-label="${name}">${sign}</a>`);
  }
  return links.join(" ");
}
