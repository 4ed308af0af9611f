/** Finds and reads files of JSON, piece by piece. */
import { createReadStream, lstatSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { constants, createGunzip } from "node:zlib";
import type { OuterFile } from "./run.ts";
import { Items, Lines, type Reader } from "./split-json.ts";

const kinds = /\.(json|ndjson|jsonl)(\.gz)?$/;
const ofLines = /\.(ndjson|jsonl)(\.gz)?$/;

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
  try {
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) throw new WrongPath(`There is no ${name}.`);
    if (!found.isDirectory()) return found.isFile() && kinds.test(place) ? [{ name, place }] : [];
    return readdirSync(place)
      .sort()
      .map((inside) => ({ name: path.join(name, inside), place: path.join(place, inside) }))
      .flatMap((file) => (leadsAway(file.place) ? [] : filesIn(file)));
  } catch (error) {
    if (error instanceof WrongPath) throw error;
    throw new WrongPath(`${name} cannot be read: ${(error as Error).message}.`);
  }
}

/** A link in a folder may lead nowhere, or to a folder that holds it. */
function leadsAway(place: string): boolean {
  if (!lstatSync(place).isSymbolicLink()) return false;
  try {
    return !statSync(place).isFile();
  } catch {
    return true;
  }
}

/** Hands on every value of a file with its line; what cannot be read is told. */
export async function readFile({ place }: OuterFile, reader: Reader): Promise<void> {
  const splitter = ofLines.test(place) ? new Lines(reader) : new Items(reader);
  try {
    const isStopped = reader.isStopped ?? (() => false);
    const isWhole = await readText(place, (text) => splitter.add(text), isStopped);
    if (isStopped()) return;
    if (isWhole) splitter.end();
    else reader.fault(splitter.line, { key: "import.file.cut" });
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    if (code.startsWith("Z_")) reader.fault(splitter.line, { key: "import.file.damaged" });
    else if (/^E[A-Z_]+$/.test(code)) {
      reader.fault(0, { key: "import.file.unreadable", values: { why: message } });
    } else throw error;
  }
}

/** Reads a file, unpacked where it is packed, as far as it goes; answers whether it was whole. */
async function readText(
  place: string,
  add: (text: string) => void,
  isStopped: () => boolean,
): Promise<boolean> {
  const decoder = new TextDecoder();
  const isPacked = place.endsWith(".gz");
  const file = createReadStream(place);
  const chunks = isPacked ? file.pipe(createGunzip({ finishFlush: constants.Z_SYNC_FLUSH })) : file;
  if (chunks !== file) file.on("error", (error) => chunks.destroy(error));
  for await (const chunk of chunks) {
    if (isStopped()) break;
    add(decoder.decode(chunk, { stream: true }));
  }
  if (isStopped()) {
    file.destroy();
    return false;
  }
  // Flushed so, a packed file that was cut off is no fault: it is asked once more, strictly.
  const isWhole = !isPacked || (await isWholeGzip(place));
  if (isWhole) add(decoder.decode());
  return isWhole;
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
