/** What was learnt about insults, as bytes: two weights side by side for every place of the table. */
import { PLACES } from "./features.ts";

/** Evidence that somebody is demeaned, and evidence of heat, whoever it is about. */
export interface Weights {
  /** For each place the byte of its insult weight, then that of its heat weight. */
  readonly bytes: Uint8Array;
  /** What each byte means. */
  readonly insultOf: Float64Array;
  readonly heatOf: Float64Array;
  readonly insultBase: number;
  readonly heatBase: number;
}

const MAGIC = 0x534d4931;
/** The mark, the table's size, and for insult and heat a base and a largest weight. */
const HEAD = 24;
export const weightBytes = HEAD + 2 * PLACES;

/** Reads what `writeWeights` wrote; throws RangeError if it belongs to another version. */
export function readWeights(file: Uint8Array): Weights {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (
    file.length !== weightBytes ||
    view.getUint32(0, true) !== MAGIC ||
    view.getUint32(4, true) !== PLACES
  )
    throw new RangeError("The weights of insults belong to another version: run npm run train.");
  return {
    bytes: file.subarray(HEAD),
    insultBase: view.getFloat32(8, true),
    insultOf: meanings(view.getFloat32(12, true)),
    heatBase: view.getFloat32(16, true),
    heatOf: meanings(view.getFloat32(20, true)),
  };
}

/** Steps grow with the weight, so that small weights keep their differences. */
function meanings(most: number): Float64Array {
  return Float64Array.from({ length: 256 }, (_, byte) => {
    const step = (byte - 128) / 127;
    return most * step * (step < 0 ? -step : step);
  });
}

/** The bytes of two tables of weights; each weight is rounded to one of 255 steps. */
export function writeWeights(
  insult: { table: Float32Array; base: number },
  heat: { table: Float32Array; base: number },
): Uint8Array {
  const file = new Uint8Array(weightBytes);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, PLACES, true);
  for (const [number, { table, base }] of [insult, heat].entries()) {
    let most = 1e-6;
    for (const weight of table) most = Math.max(most, Math.abs(weight));
    view.setFloat32(8 + 8 * number, base, true);
    view.setFloat32(12 + 8 * number, most, true);
    for (let place = 0; place < PLACES; place++) {
      const share = table[place]! / most;
      const step = Math.round(127 * Math.sqrt(Math.abs(share)));
      file[HEAD + 2 * place + number] = 128 + (share < 0 ? -step : step);
    }
  }
  return file;
}
