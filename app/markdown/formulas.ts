/** The formulas of a text: while it is cleaned each is an element of ours with its TeX in it, and afterwards its MathML, which no cleaner of HTML judges well. */
import { say } from "../strings/say.ts";
import { escapeHtml } from "./escape.ts";
import { type Formula, toMathml } from "./mathml.ts";

/** Formulas of one text that are set. */
const MOST_FORMULAS = 2_000;
/** What `hold` writes, after the cleaner; no text of a post becomes an element of this class. */
const held = /<span class="formula-(\d{1,6})">[^<]*<\/span>/g;

/** One for each text. */
export class Formulas {
  readonly #formulas: Formula[] = [];

  /** HTML that keeps a place for the formula. */
  hold(tex: string, isDisplay: boolean): string {
    const number = this.#formulas.push({ tex, isDisplay }) - 1;
    return `<span class="formula-${number}">${escapeHtml(tex)}</span>`;
  }

  /** The cleaned HTML with the formulas in their places; those that are wrong as code, and those that would make it longer than `most` characters as they were written. */
  put(clean: string, most: number): string {
    let left = most - clean.length;
    return clean.replace(held, (whole, number: string) => {
      const formula = this.#formulas[Number(number)];
      if (!formula) return whole;
      const room = left + whole.length;
      const mathml = Number(number) < MOST_FORMULAS ? toMathml(formula, room) : null;
      const html = mathml ?? asCode(formula);
      const fits = html.length <= room ? html : asText(formula);
      left = room - fits.length;
      return fits;
    });
  }
}

const asText = ({ tex, isDisplay }: Formula) => {
  const around = isDisplay ? "$$" : "$";
  return escapeHtml(around + tex + around);
};

function asCode(formula: Formula): string {
  const title = escapeHtml(say("markdown.formula.wrong"));
  return `<code class="language-tex" title="${title}">${asText(formula)}</code>`;
}
