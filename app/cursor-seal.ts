/** Keys that votes make, in addresses that nobody can read or make up: whoever could ask by them would learn what each vote moved. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** New with each process: what another sealed is opened by none, and leads to where its row stands. */
const key = randomBytes(16);
/** One block of AES: the key of the order, the id, and bytes that are nothing, by which a block that was made up is known. */
const BLOCK = 16;
const ID_AT = 8;
const ID_BYTES = 6;

/** A whole number below 2⁵³ and an id, as 22 letters of an address. */
export function seal(by: number, id: number): string {
  const block = Buffer.alloc(BLOCK);
  block.writeBigUInt64BE(BigInt(by));
  block.writeUIntBE(id, ID_AT, ID_BYTES);
  const cipher = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]).toString("base64url");
}

/** The number that was sealed with the id; null for what this process did not seal. */
export function unseal(sealed: string, id: number): number | null {
  const block = Buffer.from(sealed, "base64url");
  if (block.length !== BLOCK) return null;
  const decipher = createDecipheriv("aes-128-ecb", key, null).setAutoPadding(false);
  const open = Buffer.concat([decipher.update(block), decipher.final()]);
  const isOurs =
    open.readUIntBE(ID_AT, ID_BYTES) === id && open.readUIntBE(ID_AT + ID_BYTES, 2) === 0;
  const by = Number(open.readBigUInt64BE());
  return isOurs && Number.isSafeInteger(by) ? by : null;
}
