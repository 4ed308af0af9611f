/** marked's tokenizer, held to what stays fast: what nests too deep or runs on too long is left as text. */
import { Tokenizer, type Tokens } from "marked";
import { guardCells } from "./guards.ts";

/** Quotations and lists within one another; 2,308 real posts go to 6. */
const MOST_BLOCKS = 30;
/** Emphasis, strong and struck text within one another. */
const MOST_SPANS = 30;
/** Characters of one address that is made a link without being marked as one. */
const LONGEST_ADDRESS = 2_000;
/** Characters an e-mail address may begin with. marked reads a run of them again at each of its marks, so a run this long is taken whole. */
const longRun = /^[a-zA-Z0-9.!#$%&'*+/=?_{|}~-]{1000,}/;

/** One for each text, for it counts. */
export class BoundedTokenizer extends Tokenizer {
  #blocks = 0;
  #spans = 0;
  #cells = 0;

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.withinBlock(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.withinBlock(() => super.list(src));
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
    return this.#withinSpan(() => super.emStrong(src, masked, before));
  }

  override del(src: string, masked: string, before?: string) {
    return this.#withinSpan(() => super.del(src, masked, before));
  }

  #withinSpan<T>(read: () => T | undefined): T | undefined {
    if (this.#spans >= MOST_SPANS) return undefined;
    this.#spans++;
    try {
      return read();
    } finally {
      this.#spans--;
    }
  }

  override table(src: string): Tokens.Table | undefined {
    const found = this.rules.block.table.exec(src);
    if (!found) return undefined;
    const columns = found[2]?.split("|").length ?? 0;
    const rows = 1 + (found[3]?.split("\n").length ?? 0);
    this.#cells += columns * rows;
    guardCells(this.#cells);
    return super.table(src);
  }

  override url(src: string): Tokens.Link | undefined {
    const found = this.rules.inline.url.exec(src);
    if (!found || found[0].length > LONGEST_ADDRESS) return undefined;
    return super.url(src);
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const run = longRun.exec(src)?.[0];
    if (!run) return super.inlineText(src);
    return { type: "text", raw: run, text: run, escaped: false };
  }
}
