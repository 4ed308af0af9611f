/** A page that many people read, kept compressed, with slots for what is each reader's own. */
import { setImmediate } from "node:timers/promises";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { join, multiply, ONE, shiftBy } from "./crc.ts";
import type { Own, Slot, Slots } from "./slots.ts";

/**
 * What is kept is one stream of deflate (RFC 1951) in pieces that end at whole bytes. A slot's piece can be changed for
 * another one of the same length without touching what follows, since no piece refers to what stands in a slot: there the
 * compressor is shown a byte that HTML never has. So a reader's page is a few copies and a few stored blocks, and its
 * checksum a few multiplications; nothing is compressed at a request.
 */
const NEVER_IN_HTML = 0xff;
/** How far back a piece may refer: a larger window takes twice as long to prepare, for one byte in thirty. */
const WINDOW_BITS = 14;
const options = {
  level: 6,
  memLevel: 7,
  windowBits: WINDOW_BITS,
  finishFlush: constants.Z_SYNC_FLUSH,
};
/** Pieces compressed before others are answered. */
const BATCH = 40;
/** A shorter text is stored as it is; in bytes. */
const STORED = 2_000;
/** What a slot costs to keep besides its bytes. */
const SLOT_BYTES = 120;

/** The head of a gzip file of no name and no time. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block. */
const END = Buffer.from([3, 0]);

interface Place extends Slot {
  /** Where its usual piece begins and ends in the kept stream. */
  begin: number;
  end: number;
  /** The stretch of the page between two slots of any length in which it stands, or which it ends. */
  stretch: number;
  /** Shifts a checksum from the slot's end to the end of its stretch. */
  shift: number;
  /** The checksum of the usual content. */
  crc: number;
}

interface Stretch {
  crc: number;
  /** Shifts a checksum over the whole stretch. */
  shift: number;
}

export class SlottedPage {
  readonly #stream: Buffer;
  readonly #places: Map<string, Place>;
  readonly #stretches: Stretch[];
  readonly #length: number;
  /** What it takes to keep. */
  readonly bytes: number;

  constructor(stream: Buffer, places: Place[], stretches: Stretch[], length: number) {
    this.#stream = stream;
    this.#places = new Map(places.map((place) => [place.name, place]));
    this.#stretches = stretches;
    this.#length = length;
    this.bytes = stream.length + places.length * SLOT_BYTES;
  }

  /** One reader's page as a gzip file. Throws where a content does not fit into its slot; names that the page has no slot of are left out. */
  fill(own: Own): Buffer {
    const filled = Object.keys(own).flatMap((name) => this.#places.get(name) ?? []);
    filled.sort((one, other) => one.begin - other.begin);
    const pieces: Buffer[] = [HEAD];
    let [copied, length, crc, stretch] = [0, this.#length, 0, 0];
    let within = this.#stretches[0]!.crc;
    const endStretch = () => {
      crc = join(crc, within, this.#stretches[stretch]!.shift);
      stretch += 1;
      within = this.#stretches[stretch]?.crc ?? 0;
    };
    for (const place of filled) {
      const content = contentOf(place, own[place.name]!);
      pieces.push(this.#stream.subarray(copied, place.begin), ...pieceOf(content));
      copied = place.end;
      while (stretch < place.stretch) endStretch();
      if (place.length === null) {
        endStretch();
        crc = join(crc, crc32(content), shiftBy(content.length));
        length += content.length;
      } else within ^= multiply(place.shift, (crc32(content) ^ place.crc) >>> 0);
    }
    while (stretch < this.#stretches.length) endStretch();
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc >>> 0, 0);
    tail.writeUInt32LE(length % 2 ** 32, 4);
    pieces.push(this.#stream.subarray(copied), END, tail);
    return Buffer.concat(pieces);
  }
}

/** What stands in a slot, as long as the slot is. */
function contentOf({ name, length }: Slot, html: string): Buffer {
  const content = Buffer.from(html);
  if (length === null || content.length === length) return content;
  if (content.length > length) throw new Error(`The slot ${name} is too short for ${html}`);
  return Buffer.concat([content, Buffer.alloc(length - content.length, " ")]);
}

/** A content as a piece of its own, which refers to nothing. */
function pieceOf(content: Buffer): Buffer[] {
  if (content.length > STORED) return [deflateRawSync(content, { ...options, level: 1 })];
  if (content.length === 0) return [];
  const head = Buffer.alloc(5);
  head.writeUInt16LE(content.length, 1);
  head.writeUInt16LE(content.length ^ 0xffff, 3);
  return [head, content];
}

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
  /** The usual pieces of slots, by content. */
  readonly #usual = new Map<string, Buffer>();
  /** The page so far, as later pieces may refer to it. */
  #window = Buffer.alloc(0);
  #streamed = 0;
  #length = 0;
  /** Where the present stretch began, its places and its checksum so far. */
  #began = 0;
  #within: { place: Place; end: number }[] = [];
  #crc = 0;

  addText(text: Buffer) {
    if (text.length === 0) return;
    const piece = deflateRawSync(text, {
      ...options,
      ...(this.#window.length > 0 ? { dictionary: this.#window } : {}),
    });
    this.#add(piece, text);
    this.#show(text);
  }

  addSlot(slot: Slot) {
    const begin = this.#streamed;
    const place = {
      ...slot,
      begin,
      end: begin,
      stretch: this.#stretches.length,
      shift: ONE,
      crc: 0,
    };
    this.#places.push(place);
    if (slot.length === null) return this.#endStretch();
    const content = contentOf(slot, slot.usual);
    const key = `${slot.length} ${slot.usual}`;
    const piece = this.#usual.get(key) ?? usualPiece(content);
    this.#usual.set(key, piece);
    place.crc = crc32(content);
    this.#add(piece, content);
    place.end = this.#streamed;
    this.#within.push({ place, end: this.#length });
    this.#show(Buffer.alloc(slot.length, NEVER_IN_HTML));
  }

  #add(piece: Buffer, content: Buffer) {
    this.#pieces.push(piece);
    this.#streamed += piece.length;
    this.#length += content.length;
    this.#crc = crc32(content, this.#crc);
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

/** The shorter of two. */
function usualPiece(content: Buffer): Buffer {
  const stored = Buffer.concat(pieceOf(content));
  const deflated = deflateRawSync(content, options);
  return stored.length > 0 && stored.length <= deflated.length ? stored : deflated;
}
