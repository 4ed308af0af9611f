/** The checksum of a table: SHA-256 over its rows in the order of the primary key, the same on every engine. */
import { createHash } from "node:crypto";
import type { Row, Value } from "./table.ts";

const NULL = 0;
const INTEGER = 1;
const TEXT = 2;
const ROOM = 1 << 16;
/** The mark of a value and its number or length. */
const HEAD = 9;

export class Checksum {
  readonly #hash = createHash("sha256");
  readonly #bytes = Buffer.alloc(ROOM);
  #length = 0;
  rows = 0;

  /** Takes the values of one more row, in the order of the schema; every value says what it is and how long. */
  add(row: Row) {
    this.rows += 1;
    for (const value of row) this.#addValue(value);
  }

  #addValue(value: Value) {
    this.#makeRoom(HEAD);
    if (value === null) {
      this.#length = this.#bytes.writeUInt8(NULL, this.#length);
    } else if (typeof value === "number") {
      if (!Number.isSafeInteger(value)) throw new Error(`${value} is no number of a forum.`);
      this.#length = this.#bytes.writeUInt8(INTEGER, this.#length);
      this.#length = this.#bytes.writeBigInt64BE(BigInt(value), this.#length);
    } else {
      const length = Buffer.byteLength(value);
      this.#length = this.#bytes.writeUInt8(TEXT, this.#length);
      this.#length = this.#bytes.writeUInt32BE(length, this.#length);
      this.#makeRoom(length);
      if (length > ROOM) this.#hash.update(value);
      else this.#length += this.#bytes.write(value, this.#length);
    }
  }

  #makeRoom(bytes: number) {
    if (this.#length + bytes <= ROOM) return;
    this.#hash.update(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
  }

  /** Ends it; hexadecimal. */
  digest(): string {
    return this.#hash.update(this.#bytes.subarray(0, this.#length)).digest("hex");
  }
}
