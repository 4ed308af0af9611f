/** A page for who is not signed in, as bytes in each encoding that was asked for. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import * as zlib from "node:zlib";
import { exactCopy } from "../drawing/exact-copy.ts";
import type { Encoding } from "./choose-encoding.ts";

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib.constants;
/** At first sight: most pages are asked for once or twice, and a third of the work leaves one byte in eight more. */
const QUICK = { quality: 3, window: 16 };
/** Beyond this brotli takes many times as long for a few bytes in a hundred. */
const CAREFUL = { quality: 5, window: 22 };
/** A page asked for so many times in brotli is worth the more careful work, which takes as long as sending it so often. */
const WORTHWHILE = 20;
/** To hand over a shorter page to another thread and back takes as long as to compress it; in bytes. */
const SHORT = 100_000;

/** What a page takes besides its bytes. */
const BESIDE = 2_000;

/** What is sent of a page in one encoding. */
export interface Form {
  body: Buffer;
  /** Names and values in turn, as Node takes them fastest. */
  headers: string[];
}

export class KeptPage {
  readonly #mark: string;
  readonly #forms = new Map<Encoding, Promise<Form>>();
  readonly #ready = new Map<Encoding, Form>();
  readonly #headers: string[];
  #sights = 0;

  /** Of a page's HTML, and the headers that it has in any encoding. */
  constructor(html: string, headers: string[]) {
    const body = Buffer.from(html);
    this.#mark = createHash("sha1").update(body).digest("base64url");
    this.#headers = headers;
    this.#add("identity", body);
  }

  /** The page in an encoding, if it was made. */
  find(encoding: Encoding): Form | undefined {
    return this.#ready.get(encoding);
  }

  /** Compresses the page more carefully once it is worth it; `changed` is told when it takes another number of bytes. */
  improve(encoding: Encoding, changed: () => void) {
    if (encoding !== "br") return;
    this.#sights += 1;
    if (this.#sights !== WORTHWHILE) return;
    // Where that fails, it goes on being sent as it is.
    this.#compressAgain().then(changed, () => {});
  }

  async #compressAgain() {
    const params = brotliParams(CAREFUL, 0);
    const body = await promisify(zlib.brotliCompress)(await this.#original(), { params });
    this.#add("br", body);
  }

  /** The page in an encoding, made if nobody has asked for it before. */
  take(encoding: Encoding): Promise<Form> {
    const form = this.#forms.get(encoding) ?? this.#make(encoding);
    this.#forms.set(encoding, form);
    return form;
  }

  /** The headers of a page that a browser has already. */
  headersOf(encoding: Encoding): string[] {
    return [...this.#headers, "ETag", `W/"${this.#mark}-${encoding}"`];
  }

  /** Bytes that it takes now. */
  get bytes(): number {
    let bytes = BESIDE;
    for (const { body } of this.#ready.values()) bytes += body.length;
    return bytes;
  }

  async #make(encoding: Encoding): Promise<Form> {
    const original = await this.#original();
    const form = this.#add(encoding, await compress(original, encoding));
    // It can be had from what is compressed.
    if (encoding !== "identity") this.#forget("identity");
    return form;
  }

  #forget(encoding: Encoding) {
    this.#ready.delete(encoding);
    this.#forms.delete(encoding);
  }

  async #original(): Promise<Buffer> {
    const identity = this.#ready.get("identity");
    if (identity) return identity.body;
    const brotli = this.#ready.get("br");
    if (brotli) return promisify(zlib.brotliDecompress)(brotli.body);
    return promisify(zlib.gunzip)(this.#ready.get("gzip")!.body);
  }

  #add(encoding: Encoding, made: Buffer): Form {
    const body = exactCopy(made);
    const encoded = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    const length = ["Content-Length", String(body.length)];
    const form = { body, headers: [...this.headersOf(encoding), ...encoded, ...length] };
    this.#ready.set(encoding, form);
    this.#forms.set(encoding, Promise.resolve(form));
    return form;
  }

  /** Whether a browser has this page, in whatever encoding, by its If-None-Match. */
  isKnown(condition: string | undefined): boolean {
    return (
      condition !== undefined && (condition.trim() === "*" || condition.includes(`"${this.#mark}-`))
    );
  }
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> | Buffer {
  if (encoding === "identity") return body;
  // Of a long page the quick way, which looks back less far, would leave half as much again.
  const params = brotliParams(body.length <= SHORT ? QUICK : CAREFUL, body.length);
  if (body.length <= SHORT)
    return encoding === "gzip" ? zlib.gzipSync(body) : zlib.brotliCompressSync(body, { params });
  if (encoding === "gzip") return promisify(zlib.gzip)(body);
  return promisify(zlib.brotliCompress)(body, { params });
}

const brotliParams = ({ quality, window }: typeof QUICK, length: number) => ({
  [BROTLI_PARAM_QUALITY]: quality,
  [BROTLI_PARAM_LGWIN]: window,
  [BROTLI_PARAM_SIZE_HINT]: length,
});
