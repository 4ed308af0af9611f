/** The same bytes in memory of their own: what zlib answers is a part of a larger piece, all of which would be kept. */
export function exactCopy(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(copy);
  return copy;
}
