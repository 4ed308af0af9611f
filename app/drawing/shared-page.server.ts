/** A page that readers who are signed in share. */
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { compressSlotted } from "./compress-slotted.server.ts";
import type { Own, Slots } from "./slots.ts";
import type { SlottedPage } from "./slotted-page.server.ts";

/** To compress a page with its slots costs as much as to send it so many times without. */
const WORTHWHILE = 4;

/** What a slot takes to keep, with what is known of the post that it is of: the heap of a thousand pages of 20 posts grew by 130 bytes for each slot, and for each post, which has three, by 350. */
const SLOT_BYTES = 250;

/** While few ask for it, each reader's page is put together and compressed by itself; from then on it is kept compressed, and only the slots are filled. */
export class SharedPage {
  readonly #drawn: { html: string; slots: Slots };
  #slotted: SlottedPage | null = null;
  #asked = 0;

  constructor(html: string, slots: Slots) {
    this.#drawn = { html, slots };
  }

  /** What it takes to keep. */
  get bytes(): number {
    const { html, slots } = this.#drawn;
    // Two bytes for each letter, where one is beyond Latin.
    const drawn = this.#slotted?.bytes ?? 2 * html.length + html.length / 4;
    return drawn + slots.count * SLOT_BYTES;
  }

  /** One reader's page as a gzip file; `changed` is told when what is kept takes another number of bytes. */
  async fill(own: Own, changed: () => void): Promise<Buffer> {
    if (this.#slotted) return this.#slotted.fill(own);
    const { html, slots } = this.#drawn;
    this.#asked += 1;
    // Where that fails, each goes on being put together by itself.
    if (this.#asked === WORTHWHILE) this.#compress(changed).catch(() => {});
    return promisify(gzip)(slots.fill(html, own), { level: 1 });
  }

  async #compress(changed: () => void) {
    const { html, slots } = this.#drawn;
    this.#slotted = await compressSlotted(html, slots);
    this.#drawn.html = "";
    changed();
  }
}
