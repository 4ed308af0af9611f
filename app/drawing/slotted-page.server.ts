/** A page that many people read, kept compressed, with slots for what is each reader's own. */
import { join, multiply, shiftBy } from "./crc.ts";
import { fillingOf, restOfBlock } from "./slot-piece.server.ts";
import type { Own, Slot } from "./slots.ts";

/** What a slot's place takes to keep besides its bytes: so much the heap grew by for each, with a thousand pages of 60. */
const PLACE_BYTES = 550;

/** The head of a gzip file of no name and no time. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** An empty last block. */
const END = Buffer.from([3, 0]);

export interface Place extends Slot {
  /** Where its usual piece begins and ends in the kept stream. */
  begin: number;
  end: number;
  /** Its piece goes on with a block that the text before has begun. */
  isJoined: boolean;
  /** The stretch of the page between two slots of any length in which it stands, or which it ends. */
  stretch: number;
  /** Shifts a checksum from the slot's end to the end of its stretch. */
  shift: number;
  /** The checksum of the usual content. */
  crc: number;
}

export interface Stretch {
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
    this.bytes = stream.length + places.length * PLACE_BYTES;
  }

  /** One reader's page as a gzip file. Throws where a content does not fit into its slot; names that the page has no slot of are left out. */
  fill(own: Own): Buffer {
    const filled = this.#placesOf(own);
    const pieces: Buffer[] = [HEAD];
    let [copied, length, crc, stretch] = [0, this.#length, 0, 0];
    let within = this.#stretches[0]!.crc;
    const endStretch = () => {
      crc = join(crc, within, this.#stretches[stretch]!.shift);
      stretch += 1;
      within = this.#stretches[stretch]?.crc ?? 0;
    };
    for (const place of filled) {
      const content = fillingOf(place, own[place.name]!);
      const piece = place.isJoined ? restOfBlock(content.piece) : content.piece;
      pieces.push(this.#stream.subarray(copied, place.begin), piece);
      copied = place.end;
      while (stretch < place.stretch) endStretch();
      if (place.length === null) {
        endStretch();
        crc = join(crc, content.crc, shiftBy(content.length));
        length += content.length;
      } else within ^= multiply(place.shift, (content.crc ^ place.crc) >>> 0);
    }
    while (stretch < this.#stretches.length) endStretch();
    const tail = Buffer.alloc(8);
    tail.writeUInt32LE(crc >>> 0, 0);
    tail.writeUInt32LE(length % 2 ** 32, 4);
    pieces.push(this.#stream.subarray(copied), END, tail);
    return Buffer.concat(pieces);
  }

  /** The places that one reader fills, in the order of the page. */
  #placesOf(own: Own): Place[] {
    const filled: Place[] = [];
    for (const name in own) {
      const place = this.#places.get(name);
      if (place) filled.push(place);
    }
    return filled.sort((one, other) => one.begin - other.begin);
  }
}
