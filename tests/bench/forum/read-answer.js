/** Reads answers of HTTP/1.1 off one connection, one after another, as cheaply as can be: the status, the place it leads to, and the body in the pieces that came, not copied. */

const END_OF_HEAD = "\r\n\r\n";

export class AnswerReader {
  #onAnswer;
  #head = "";
  #answer = null;
  /** Bytes of the body, or of a chunk with its line's end, that are still to come. */
  #left = 0;
  #isChunked = false;
  #line = "";

  /** Calls with { status, bytes, parts, encoding, location } for each answer that is complete. */
  constructor(onAnswer) {
    this.#onAnswer = onAnswer;
  }

  /** Takes what arrived; throws where it is no answer. */
  take(bytes) {
    let from = 0;
    while (from < bytes.length) {
      if (this.#answer === null) from = this.#takeHead(bytes, from);
      else if (this.#left > 0) from = this.#takeBody(bytes, from);
      else from = this.#takeLine(bytes, from);
    }
  }

  #takeHead(bytes, from) {
    const known = this.#head.length;
    this.#head += bytes.latin1Slice(from);
    const end = this.#head.indexOf(END_OF_HEAD, Math.max(0, known - 3));
    if (end < 0) return bytes.length;
    const head = this.#head.slice(0, end + 2);
    this.#head = "";
    const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head);
    this.#isChunked = !length && /\r\ntransfer-encoding: *chunked\r\n/i.test(head);
    this.#answer = {
      status: Number(head.slice(9, 12)),
      bytes: 0,
      parts: [],
      encoding: /\r\ncontent-encoding: *([^\r]+)\r\n/i.exec(head)?.[1] ?? null,
      location: /\r\nlocation: *([^\r]+)\r\n/i.exec(head)?.[1] ?? null,
    };
    if (!head.startsWith("HTTP/1.1 ")) throw new Error("This is no answer of HTTP/1.1.");
    this.#left = length ? Number(length[1]) : 0;
    if (this.#left === 0 && !this.#isChunked) this.#finish();
    return from + end + END_OF_HEAD.length - known;
  }

  #takeBody(bytes, from) {
    const taken = Math.min(this.#left, bytes.length - from);
    // A chunk's line has an end, which is none of the body.
    const ofBody = Math.min(taken, this.#isChunked ? Math.max(0, this.#left - 2) : taken);
    if (ofBody > 0) this.#answer.parts.push(bytes.subarray(from, from + ofBody));
    this.#left -= taken;
    if (!this.#isChunked) {
      this.#answer.bytes += taken;
      if (this.#left === 0) this.#finish();
    }
    return from + taken;
  }

  /** The line before a chunk with its length, or the empty one after the last. */
  #takeLine(bytes, from) {
    const end = bytes.indexOf(10, from);
    this.#line += bytes.latin1Slice(from, end < 0 ? bytes.length : end + 1);
    if (end < 0) return bytes.length;
    const line = this.#line.trim();
    this.#line = "";
    if (line === "") this.#finish();
    else {
      const length = Number.parseInt(line, 16);
      if (Number.isNaN(length)) throw new Error("This is no chunk.");
      this.#answer.bytes += length;
      this.#left = length === 0 ? 0 : length + 2;
    }
    return end + 1;
  }

  #finish() {
    const answer = this.#answer;
    this.#answer = null;
    this.#onAnswer(answer);
  }
}
