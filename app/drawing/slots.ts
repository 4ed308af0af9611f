/** Places in a page that is drawn once for many readers, where each finds what is their own. */

export interface Slot {
  name: string;
  /** In bytes: what stands there is filled up with spaces, so that what follows stays where it is; null for a slot of any length. */
  length: number | null;
  /** The HTML that most readers find there; of a slot of any length it is none. */
  usual: string;
}

/** What stands in the slots of one reader's page, as HTML by the slots' names; a slot that is not named has its usual content. */
export type Own = Record<string, string>;

/** The slots of one page. While it is drawn, each stands in its text under a mark that nobody who writes here knows. */
export class Slots {
  readonly #mark: string;
  readonly #slots = new Map<string, Slot>();

  /** The mark is of letters and digits, new for each page and known to nobody. */
  constructor(mark: string) {
    this.#mark = mark;
  }

  /** A slot of so many bytes; the answer is text for an element or an attribute. */
  fixed(name: string, length: number, usual = ""): string {
    return this.#add({ name, length, usual });
  }

  /** A slot of any length. What follows it is compressed anew, so a page has few. */
  free(name: string): string {
    return this.#add({ name, length: null, usual: "" });
  }

  /** How many there are. */
  get count(): number {
    return this.#slots.size;
  }

  #add(slot: Slot): string {
    this.#slots.set(slot.name, slot);
    return `~${this.#mark}.${slot.name}~`;
  }

  /** The page taken apart: a text, the slot after it, and so on to the last text, which has none. */
  takeApart(html: string): { text: string; slot: Slot | null }[] {
    const marks = new RegExp(`~${this.#mark}\\.([\\w-]+)~`);
    const parts = html.split(marks);
    const pieces = [];
    for (let place = 0; place < parts.length; place += 2) {
      const name = parts[place + 1];
      const slot = name === undefined ? null : (this.#slots.get(name) ?? null);
      pieces.push({ text: parts[place]!, slot });
    }
    return pieces;
  }

  /** The page of one reader. */
  fill(html: string, own: Own): string {
    return this.takeApart(html)
      .map(({ text, slot }) => (slot ? text + (own[slot.name] ?? slot.usual) : text))
      .join("");
  }
}
