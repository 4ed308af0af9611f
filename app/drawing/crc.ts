/** CRC-32 of what is put together from parts, without reading them again: each checksum is a remainder of polynomials over two values (Peterson and Brown, 1961), so that shifting one by n bytes multiplies it by x^8n. */

/** The polynomial of gzip (RFC 1952), its lowest power in the highest bit, as all remainders here. */
const POLYNOMIAL = 0xedb88320;
/** The remainder 1. */
export const ONE = 0x80000000;

/** The product of two remainders. */
export function multiply(one: number, other: number): number {
  let product = 0;
  let shifted = other;
  for (let rest = one; rest !== 0; rest = (rest << 1) >>> 0) {
    if (rest & ONE) product ^= shifted;
    shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
  }
  return product >>> 0;
}

/** x^8, x^16, x^32 …: what shifts by 1, 2, 4 … bytes. */
const shifts: number[] = [];
for (let power = ONE >>> 8; shifts.length < 40; power = multiply(power, power)) shifts.push(power);

/** What a checksum is multiplied with when so many bytes follow. */
export function shiftBy(bytes: number): number {
  let power = ONE;
  for (let rest = bytes, place = 0; rest > 0; rest = Math.floor(rest / 2), place += 1) {
    if (rest % 2 === 1) power = multiply(shifts[place]!, power);
  }
  return power;
}

/** The checksum of two parts, by theirs and by the shift of the second's length. */
export const join = (first: number, second: number, shift: number): number =>
  (multiply(shift, first) ^ second) >>> 0;
