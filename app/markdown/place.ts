/** Where in a text the renderer is, and what it knows there. */
import type { Known } from "../references/known.ts";
import { Formulas } from "./formulas.ts";
import { Notes } from "./notes.ts";

/** One for each text. */
export class Place {
  readonly known: Known;
  /** Tells the ids of this text from those of the others on a page. */
  readonly mark: string;
  readonly formulas = new Formulas();
  /** In a link, where no other link may stand. */
  insideLink = false;
  /** In the label of a picture, which is words only. */
  insideLabel = false;
  /** In words that are not the author's. */
  isApart = false;
  /** The footnotes of the text, of the quotation or of the model's block around. */
  notes: Notes;
  /** Ids of footnotes given so far. */
  noteIds = 0;

  constructor(markdown: string, known: Known) {
    this.known = known;
    this.mark = hash(markdown);
    this.notes = new Notes(this);
  }

  /** Reads or writes what is somebody else's, with footnotes of its own. */
  apart<T>(notes: Notes, work: () => T): T {
    const outer = { notes: this.notes, isApart: this.isApart };
    this.notes = notes;
    this.isApart = true;
    try {
      return work();
    } finally {
      Object.assign(this, outer);
    }
  }
}

/** Eight hexadecimal digits that differ for different texts, as good as always (FNV-1a). */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, "0");
}
