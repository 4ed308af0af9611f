/** Reads the rows that may be learnt from, and nothing else. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Our own sentences, from the folder of the forum. */
const OWN = "app/substance/training/sentences";

/** The folder of the sets whose licence lets us learn from them. */
export const trainingFolder = (environment: NodeJS.ProcessEnv): string =>
  path.join(environment.STEELMAN_DATA || "../shared/data", "train-ok");

/** The rows of a set, its two parts one after the other unless one is named; a part that is not there has none. */
export function readSet<Row>(folder: string, name: string, parts = ["train", "dev"]): Row[] {
  return parts.flatMap((part) => {
    const file = path.join(folder, `${name}.${part}.jsonl.gz`);
    return existsSync(file) ? parse<Row>(gunzipSync(readFileSync(file)).toString("utf8")) : [];
  });
}

/** Our own sentences, file by file in the order of their names. */
export const readOwn = <Row>(): Row[] =>
  readdirSync(OWN)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => parse<Row>(readFileSync(path.join(OWN, name), "utf8")));

const parse = <Row>(text: string): Row[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
