/** marked's tokenizer, held to what stays fast: what nests too deep or runs on too long is left as text. */
import { Tokenizer, type Tokens } from "marked";
import { guardCells } from "./guards.ts";

/** Quotations and lists within one another; 2,308 real posts go to 6. */
const MOST_BLOCKS = 30;
/** Emphasis, strong and struck text within one another. */
const MOST_SPANS = 30;
/** Characters that are read again to find where a mark ends, for all marks of a text together; past it, marks stay as written. */
const MOST_REREAD = 4_000_000;
/** Characters in which the next formula or note is looked for before all others. */
const NEARBY = 500;
/** Characters of a heading with its line below. marked looks for that line to the end of the lines, again after each formula or note between them. */
const LONGEST_HEADING = 1_000;
/** Characters of one address that is made a link without being marked as one. */
const LONGEST_ADDRESS = 2_000;
/** Characters an e-mail address may begin with. marked reads a run of them again at each of its marks, so a run this long is taken whole. */
const longRun = /^[a-zA-Z0-9.!#$%&'*+/=?_{|}~-]{1000,}/;

/** One for each text, for it counts. */
export class BoundedTokenizer extends Tokenizer {
  #blocks = 0;
  #spans = 0;
  #cells = 0;
  #reread = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.withinBlock(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.withinBlock(() => super.list(src));
  }

  override lheading(src: string): Tokens.Heading | undefined {
    const end = src.lastIndexOf("\n", LONGEST_HEADING) + 1;
    return super.lheading(src.length > LONGEST_HEADING ? src.slice(0, end) : src);
  }

  /** Reads a block that holds blocks, unless too many hold it already. */
  withinBlock<T>(read: () => T | undefined): T | undefined {
    if (this.#blocks >= MOST_BLOCKS) return undefined;
    this.#blocks++;
    try {
      return read();
    } finally {
      this.#blocks--;
    }
  }

  override emStrong(src: string, masked: string, before?: string) {
    if (!/^[*_]/.test(src)) return undefined;
    return this.withinSpan(src.length, () => super.emStrong(src, masked, before));
  }

  override del(src: string, masked: string, before?: string) {
    if (!src.startsWith("~")) return undefined;
    return this.withinSpan(src.length, () => super.del(src, masked, before));
  }

  /** Reads a span that holds spans and may look through so many characters, unless there was too much of either. */
  withinSpan<T>(characters: number, read: () => T | undefined): T | undefined {
    if (this.#spans >= MOST_SPANS) return undefined;
    this.#spans++;
    try {
      return this.#reading(characters, read);
    } finally {
      this.#spans--;
    }
  }

  #reading<T>(characters: number, read: () => T | undefined): T | undefined {
    this.#reread += characters;
    return this.#reread > MOST_REREAD ? undefined : read();
  }

  override link(src: string) {
    return /^!?\[/.test(src) ? this.#reading(src.length, () => super.link(src)) : undefined;
  }

  override codespan(src: string) {
    return src.startsWith("`") ? this.#reading(src.length, () => super.codespan(src)) : undefined;
  }

  override table(src: string): Tokens.Table | undefined {
    const found = this.rules.block.table.exec(src);
    if (!found) return undefined;
    const columns = found[2]?.replace(this.rules.other.tableAlignChars, "").split("|").length ?? 0;
    const rows = 1 + (found[3]?.split("\n").length ?? 0);
    guardCells(this.#cells + columns * rows);
    const table = super.table(src);
    if (table) this.#cells += columns * rows;
    return table;
  }

  override url(src: string): Tokens.Link | undefined {
    const found = this.rules.inline.url.exec(src);
    if (!found || found[0].length > LONGEST_ADDRESS) return undefined;
    return super.url(src);
  }

  /** The sign before the place that is read now, if text stands there. */
  signBefore = "";

  override inlineText(src: string): Tokens.Text | undefined {
    const text = this.#readText(src);
    this.signBefore = text?.raw.slice(-1) ?? "";
    return text;
  }

  #readText(src: string): Tokens.Text | undefined {
    const run = longRun.exec(src)?.[0];
    if (run) return { type: "text", raw: run, text: run, escaped: false };
    // Looked for nearby first, since marked would read on to the end for each of many signs.
    const near = findSign(src.slice(0, NEARBY));
    if (near > 0) return super.inlineText(src.slice(0, near));
    const text = super.inlineText(src);
    const end = text ? findSign(src.slice(0, text.raw.length + 1)) : -1;
    return end > 0 ? super.inlineText(src.slice(0, end)) : text;
  }
}

/** Where in a text a formula or a note may begin, after its first character, or -1: marked knows neither sign. */
const findSign = (text: string) => {
  const at = text.slice(1).search(/\$|\^\[/);
  return at < 0 ? -1 : at + 1;
};
