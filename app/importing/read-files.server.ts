/** Reads files of JSON, line by line where they are made of lines. */
import { createReadStream, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip, gunzipSync } from "node:zlib";
import type { Said } from "../strings/say.ts";
import type { OuterFile } from "./run.ts";

const kinds = /\.(nd)?json(l)?(\.gz)?$/;
const ofLines = /\.(ndjson|jsonl)(\.gz)?$/;
/** Characters of one line; longer ones are passed over, so that no file fills the memory. */
const LONGEST_LINE = 16_000_000;

/** What is done with what a file holds. */
export interface Reader {
  take: (value: unknown, line: number) => void;
  /** A line that cannot be read; 0 stands for the file as a whole. */
  fault: (line: number, said: Said) => void;
}

/** A path that cannot be read, or holds nothing to import. */
export class WrongPath extends Error {}

/** The files that paths name, those of folders in the order of their names; throws WrongPath. */
export function listFiles(paths: string[], from: string): OuterFile[] {
  return paths.flatMap((name) => {
    const files = filesIn({ name, place: path.resolve(from, name) });
    if (files.length > 0) return files;
    throw new WrongPath(`${name} holds no file whose name ends in .ndjson, .ndjson.gz or .json.`);
  });
}

function filesIn({ name, place }: OuterFile): OuterFile[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) throw new WrongPath(`There is no ${name}.`);
  if (!found.isDirectory()) return kinds.test(place) ? [{ name, place }] : [];
  return readdirSync(place)
    .sort()
    .filter((inside) => kinds.test(inside) || statSync(path.join(place, inside)).isDirectory())
    .flatMap((inside) =>
      filesIn({ name: path.join(name, inside), place: path.join(place, inside) }),
    );
}

/** Hands on every value of a file with its line; what cannot be read is told. */
export async function readFile({ place }: OuterFile, reader: Reader): Promise<void> {
  try {
    if (ofLines.test(place)) await readLines(place, reader);
    else readWhole(place, reader);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (!/^E[A-Z]+$|^Z_/.test(code)) throw error;
    reader.fault(0, { key: "import.file.unreadable", values: { why: message } });
  }
}

function readWhole(place: string, { take, fault }: Reader) {
  const bytes = readFileSync(place);
  const text = (place.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const value = parse(text);
  if (value === undefined) fault(0, { key: "import.skip.no-json" });
  else take(value, 0);
}

async function readLines(place: string, reader: Reader) {
  const lines = new Lines(reader);
  const file = createReadStream(place);
  if (!place.endsWith(".gz")) {
    for await (const chunk of file) lines.add(chunk);
    return lines.end();
  }
  // A file that was cut off is read as far as it goes; what is missing is told afterwards.
  const unpacked = file.pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH }));
  file.on("error", (error) => unpacked.destroy(error));
  try {
    for await (const chunk of unpacked) lines.add(chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("Z_") !== true) throw error;
    return reader.fault(lines.count + 1, { key: "import.file.damaged" });
  }
  const isWhole = await isWholeGzip(place);
  if (isWhole) return lines.end();
  reader.fault(lines.count + 1, { key: "import.file.cut" });
}

async function isWholeGzip(place: string) {
  try {
    await pipeline(createReadStream(place), createGunzip(), async (unpacked) => {
      for await (const _ of unpacked);
    });
    return true;
  } catch {
    return false;
  }
}

/** Puts lines together from chunks. */
class Lines {
  count = 0;
  readonly #reader: Reader;
  readonly #decoder = new TextDecoder();
  #begun: string[] = [];
  #letters = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  add(chunk: Uint8Array) {
    const [first = "", ...rest] = this.#decoder.decode(chunk, { stream: true }).split("\n");
    this.#keep(first);
    for (const text of rest) {
      this.#finish();
      this.#keep(text);
    }
  }

  end() {
    this.#keep(this.#decoder.decode());
    if (this.#letters > 0) this.#finish();
  }

  #keep(text: string) {
    this.#letters += text.length;
    if (this.#letters <= LONGEST_LINE) this.#begun.push(text);
    else this.#begun = [];
  }

  #finish() {
    this.count += 1;
    const isTooLong = this.#letters > LONGEST_LINE;
    const text = this.#begun.join("");
    this.#begun = [];
    this.#letters = 0;
    if (isTooLong) return this.#reader.fault(this.count, { key: "import.skip.long-line" });
    if (!text.trim()) return;
    const value = parse(text);
    if (value === undefined) this.#reader.fault(this.count, { key: "import.skip.no-json" });
    else this.#reader.take(value, this.count);
  }
}

/** The value, or undefined for what is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}
