/** What was learnt, as bytes and as numbers: first the features' weights, then one byte for each slot of shapes. */
import { type Commonness, commonnessBytes } from "./commonness.ts";
import { featureCount } from "./features.ts";
import { gramBits } from "./shapes.ts";
import { Vocabulary } from "./vocabulary.ts";

export interface WorthWeights {
  readonly features: Float32Array | Float64Array;
  readonly shapes: Float32Array | Float64Array;
  readonly vocabulary: Vocabulary;
}

const slots = 1 << gramBits;
/** Two numbers first: how many features, and what one step of a slot's byte is worth. */
const head = 8;
export const worthBytes = head + featureCount * 4 + slots + commonnessBytes;

/** Reads what `writeWorth` wrote; throws RangeError if the bytes are not of this scorer's size. */
export function readWorth(bytes: Uint8Array): WorthWeights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length !== worthBytes || view.getUint32(0, true) !== featureCount)
    throw new RangeError("The weights of worth belong to another version: run npm run train.");
  const unit = view.getFloat32(4, true);
  const features = new Float32Array(featureCount);
  for (let index = 0; index < featureCount; index++)
    features[index] = view.getFloat32(head + index * 4, true);
  const shapes = new Float32Array(slots);
  for (let slot = 0; slot < slots; slot++)
    shapes[slot] = view.getInt8(head + featureCount * 4 + slot) * unit;
  const common = bytes.slice(head + featureCount * 4 + slots);
  return { features, shapes, vocabulary: new Vocabulary(common) };
}

/** The bytes of the weights; a slot's weight is rounded to one of 255 steps. */
export function writeWorth(
  features: ArrayLike<number>,
  shapes: ArrayLike<number>,
  common: Commonness,
): Uint8Array {
  const bytes = new Uint8Array(worthBytes);
  const view = new DataView(bytes.buffer);
  let most = 1e-6;
  for (let slot = 0; slot < slots; slot++) most = Math.max(most, Math.abs(shapes[slot]!));
  const unit = Math.fround(most / 127);
  view.setUint32(0, featureCount, true);
  view.setFloat32(4, unit, true);
  for (let index = 0; index < featureCount; index++)
    view.setFloat32(head + index * 4, Math.round(features[index]! * 4096) / 4096, true);
  for (let slot = 0; slot < slots; slot++)
    view.setInt8(head + featureCount * 4 + slot, Math.round(shapes[slot]! / unit));
  bytes.set(common, head + featureCount * 4 + slots);
  return bytes;
}
