/** Reads the rows on which the scorer is measured. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** The rows of the files below the folder of data, one file after the other; those that are not there have none. */
export function readRows<Row>(data: string, files: readonly string[]): Row[] {
  return files.flatMap((name) => {
    const file = path.join(data, name);
    if (!existsSync(file)) return [];
    const bytes = readFileSync(file);
    const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
  });
}
