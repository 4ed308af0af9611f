/** What stands in a slot of a page, as a piece of its compressed stream that refers to nothing. */
import { constants, crc32, deflateRawSync } from "node:zlib";
import { exactCopy } from "./exact-copy.ts";
import type { Slot } from "./slots.ts";

/** How far back a piece may refer: a larger window takes twice as long to prepare, for one byte in thirty. */
export const WINDOW_BITS = 14;
/** Each piece ends at a whole byte. */
export const pieceOptions = {
  level: 6,
  memLevel: 7,
  windowBits: WINDOW_BITS,
  finishFlush: constants.Z_SYNC_FLUSH,
};
/** A shorter text is stored as it is; in bytes. */
const STORED = 2_000;

/** What stands in a slot, as a piece of the stream. */
export interface Filling {
  piece: Buffer;
  crc: number;
  length: number;
}

/** What was made of a content for slots of a length, a content found as the same string: it stands there at each visit. Nothing is found here but by saying the whole of it. */
const fillings = new Map<number | null, Map<string, Filling>>();
const MOST_FILLINGS = 5_000;
/** What is longer is seldom the same twice. */
const LONGEST = 2_000;
/** What is shorter is stored faster than found. */
const WIDE = 64;

/** Whether what stands in a slot is stored as it is, so that its piece may begin in the empty stored block with which the text before it ends. */
export const isStored = ({ length }: Slot): boolean =>
  length !== null && length > 0 && length <= WIDE;

/** The bytes of such a block but the first: no length, and its complement. */
export const EMPTY_BLOCK_BYTES = 4;

/** What follows the first byte of a block that the text before has begun. */
export const restOfBlock = (piece: Buffer): Buffer => piece.subarray(1);

export function fillingOf(slot: Slot, html: string): Filling {
  if (html.length > LONGEST || (slot.length ?? html.length) <= WIDE) return makeFilling(slot, html);
  const known = fillings.get(slot.length) ?? new Map<string, Filling>();
  const filling = known.get(html);
  if (filling) return filling;
  const made = makeFilling(slot, html);
  const kept = { ...made, piece: exactCopy(made.piece) };
  known.set(html, kept);
  if (known.size > MOST_FILLINGS) known.delete(known.keys().next().value!);
  fillings.set(slot.length, known);
  return kept;
}

function makeFilling(slot: Slot, html: string): Filling {
  const content = contentOf(slot, html);
  const isWide = slot.length !== null && slot.length > WIDE;
  const piece = isWide ? usualPiece(content) : pieceOf(content);
  return { piece, crc: crc32(content), length: content.length };
}

/** What stands in a slot, as long as the slot is. */
function contentOf({ name, length }: Slot, html: string): Buffer {
  const content = Buffer.from(html);
  if (length === null || content.length === length) return content;
  if (content.length > length) throw new Error(`The slot ${name} is too short for ${html}`);
  return Buffer.concat([content, Buffer.alloc(length - content.length, " ")]);
}

/** A content as a piece of its own, which refers to nothing. */
function pieceOf(content: Buffer): Buffer {
  if (content.length > STORED) return deflateRawSync(content, { ...pieceOptions, level: 1 });
  if (content.length === 0) return content;
  const head = Buffer.alloc(5);
  head.writeUInt16LE(content.length, 1);
  head.writeUInt16LE(content.length ^ 0xffff, 3);
  return Buffer.concat([head, content]);
}

/** The shorter of two. */
function usualPiece(content: Buffer): Buffer {
  const stored = pieceOf(content);
  const deflated = deflateRawSync(content, pieceOptions);
  return stored.length > 0 && stored.length <= deflated.length ? stored : deflated;
}
