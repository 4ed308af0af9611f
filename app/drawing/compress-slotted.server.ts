import { setImmediate } from "node:timers/promises";
import { crc32, deflateRawSync } from "node:zlib";
import { join, ONE, shiftBy } from "./crc.ts";
import {
  EMPTY_BLOCK_BYTES,
  fillingOf,
  isStored,
  pieceOptions,
  restOfBlock,
  WINDOW_BITS,
} from "./slot-piece.server.ts";
import type { Slot, Slots } from "./slots.ts";
import { type Place, SlottedPage, type Stretch } from "./slotted-page.server.ts";

/**
 * What is kept is one stream of deflate (RFC 1951) in pieces that end at whole bytes. A slot's piece can be changed for
 * another one of the same length without touching what follows, since no piece refers to what stands in a slot: there the
 * compressor is shown a byte that HTML never has. So a reader's page is a few copies and a few stored blocks, and its
 * checksum a few multiplications; nothing is compressed at a request.
 */
const NEVER_IN_HTML = 0xff;
/** Pieces compressed before others are answered. */
const BATCH = 40;

/** Compresses a page to be kept, a few pieces at a time so that others are answered meanwhile. */
export async function compressSlotted(html: string, slots: Slots): Promise<SlottedPage> {
  const making = new Making();
  let count = 0;
  for (const { text, slot } of slots.takeApart(html)) {
    making.addText(Buffer.from(text));
    if (slot) making.addSlot(slot);
    count += 1;
    if (count % BATCH === 0) await setImmediate();
  }
  return making.end();
}

class Making {
  readonly #pieces: Buffer[] = [];
  readonly #places: Place[] = [];
  readonly #stretches: Stretch[] = [];
  /** The page so far, as later pieces may refer to it. */
  #window = Buffer.alloc(0);
  #streamed = 0;
  /** The last piece is of text: it ends with an empty stored block. */
  #endsOpen = false;
  #length = 0;
  /** Where the present stretch began, its places and its checksum so far. */
  #began = 0;
  #within: { place: Place; end: number }[] = [];
  #crc = 0;

  addText(text: Buffer) {
    if (text.length === 0) return;
    const piece = deflateRawSync(text, {
      ...pieceOptions,
      ...(this.#window.length > 0 ? { dictionary: this.#window } : {}),
    });
    this.#add(piece, text.length, crc32(text));
    this.#endsOpen = true;
    this.#show(text);
  }

  addSlot(slot: Slot) {
    const isJoined = this.#endsOpen && isStored(slot);
    if (isJoined) this.#reopen();
    this.#endsOpen = false;
    const begin = this.#streamed;
    const place = {
      ...slot,
      begin,
      end: begin,
      isJoined,
      stretch: this.#stretches.length,
      shift: ONE,
      crc: 0,
    };
    this.#places.push(place);
    if (slot.length === null) return this.#endStretch();
    const { piece, crc, length } = fillingOf(slot, slot.usual);
    place.crc = crc;
    this.#add(isJoined ? restOfBlock(piece) : piece, length, crc);
    place.end = this.#streamed;
    this.#within.push({ place, end: this.#length });
    this.#show(Buffer.alloc(slot.length, NEVER_IN_HTML));
  }

  /** Takes the lengths off the block that ends the text, for the slot to say its own: five bytes less for each. */
  #reopen() {
    const text = this.#pieces.pop()!;
    this.#pieces.push(text.subarray(0, text.length - EMPTY_BLOCK_BYTES));
    this.#streamed -= EMPTY_BLOCK_BYTES;
  }

  #add(piece: Buffer, length: number, crc: number) {
    this.#pieces.push(piece);
    this.#streamed += piece.length;
    this.#length += length;
    this.#crc = join(this.#crc, crc, shiftBy(length));
  }

  #show(content: Buffer) {
    const all = Buffer.concat([this.#window, content]);
    this.#window = all.subarray(Math.max(0, all.length - 2 ** WINDOW_BITS));
  }

  #endStretch() {
    for (const { place, end } of this.#within) place.shift = shiftBy(this.#length - end);
    this.#stretches.push({ crc: this.#crc, shift: shiftBy(this.#length - this.#began) });
    this.#began = this.#length;
    this.#within = [];
    this.#crc = 0;
    this.#window = Buffer.alloc(0);
  }

  end(): SlottedPage {
    this.#endStretch();
    return new SlottedPage(
      Buffer.concat(this.#pieces),
      this.#places,
      this.#stretches,
      this.#length,
    );
  }
}
