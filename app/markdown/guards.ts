/** What a text may ask of the renderer. Nesting has no guard here: the tokenizer leaves what is too deep as text. */
import type { Said } from "../strings/say.ts";

/** Characters of Markdown: the largest import; posts are held to less when they are written. */
export const MOST_CHARACTERS = 131_072;
/** Characters of HTML that each character of a text may become: what people write makes four at most, empty cells of tables hundreds. */
export const MOST_GROWTH = 8;
/** Characters of HTML that any text may become, however short it is. */
export const SMALL_HTML = 65_536;
/** Cells of all tables of a text: 2,000 columns with 2,000 short rows are 16 KB of Markdown and 40 MB of HTML. */
export const MOST_CELLS = 20_000;

/** Thrown while rendering, when a text asks for too much; the sentence says what its author can do. */
export class TooMuch extends Error {
  readonly said: Said;
  constructor(said: Said) {
    super(said.key);
    this.said = said;
  }
}

/** Goes on, or throws `TooMuch` for a text that is longer than any post or import. */
export function guardLength(markdown: string): void {
  if (markdown.length > MOST_CHARACTERS) {
    throw new TooMuch({ key: "markdown.too-long", values: { limit: MOST_CHARACTERS } });
  }
}

/** Characters of HTML that a text may become. */
export const mostHtml = (markdown: string) => Math.max(SMALL_HTML, MOST_GROWTH * markdown.length);

/** Goes on, or throws `TooMuch` for HTML that is so much longer than its Markdown that it would weigh down every page with it. */
export function guardSize(html: string, markdown: string): void {
  if (html.length > mostHtml(markdown)) throw new TooMuch({ key: "markdown.too-large" });
}

/** Goes on, or throws `TooMuch` for more table cells than a page can hold. */
export function guardCells(cells: number): void {
  if (cells > MOST_CELLS) {
    throw new TooMuch({ key: "markdown.too-many-cells", values: { limit: MOST_CELLS } });
  }
}
