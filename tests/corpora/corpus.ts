/** Reads the corpora, which live outside this repository; without them their tests are skipped, except in CI. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, inject, it } from "vitest";

const corpora = process.env.CORPORA_DIR ?? "../shared/corpora";
const discourse = process.env.DISCOURSE_DIR ?? "../shared/data/discourse";

/** One row; which fields it has depends on its corpus. */
export interface Row {
  id: string;
  note?: string;
  section?: string;
  input: string;
  expected?: string;
  pieces?: Piece[];
}

export type Piece =
  | { text: string; times: number }
  | { rising: string; prefix: string; from: number; to: number }
  | { rising_index: string; from: number; to: number }
  | { indent: string; unit: string; to: number };

const readLines = <T>(text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

/** The corpora of what must not get through. */
export const attacks = [
  ...["xss-dompurify", "xss-html5sec", "xss-markdown", "xss-owasp", "xss-payloadbox"],
  ...["xss-payloadsallthethings", "xss-sanitize-html", "naughty-strings", "text-unicode"],
];

/** The rows of some corpora, by their names without an ending. */
export const readCorpora = (...names: string[]) =>
  names.flatMap((name) =>
    readLines<Row>(readFileSync(path.join(corpora, `${name}.jsonl`), "utf8")),
  );

/** The rows that a page test sends: on PostgreSQL every tenth, since what becomes of a text is no matter of the engine, and its keeping is shown by fewer. */
export const sendable = <Row>(rows: Row[]): Row[] =>
  inject("engine") === "postgres" ? rows.filter((_, index) => index % 10 === 0) : rows;

/** A post of a real forum, with the fields that are read here. */
export interface RealPost {
  topic_id: number;
  topic_title: string;
  post_number: number;
  reply_to_post_number: number | null;
  username: string;
  /** Markdown as it was written. */
  raw: string;
}

/** Where the posts of a real forum are. */
export const realFile = path.join(discourse, "delving-2022-2024.ndjson.gz");

/** Every post of a real forum. */
export const readRealPosts = (): RealPost[] =>
  readLines<RealPost>(gunzipSync(readFileSync(realFile)).toString("utf8"));

/** The Markdown of every post of a real forum. */
export const readPosts = (): string[] => readRealPosts().map((post) => post.raw);

/** Longest wait for what has thousands of rows, in milliseconds. */
const PATIENCE = 300_000;

/** Describes what needs a folder of data: skipped and said so where it is missing, failing in CI. */
function describeWith(folder: string, title: string, tests: () => void) {
  if (existsSync(folder)) describe(title, { timeout: PATIENCE }, tests);
  else if (process.env.CI) {
    it(`${title}: the data is there`, () => {
      throw new Error(`There is no ${path.resolve(folder)}.`);
    });
  } else describe.skip(`${title} (skipped: there is no ${folder})`, tests);
}

export const describeCorpora = (title: string, tests: () => void) =>
  describeWith(corpora, title, tests);
export const describePosts = (title: string, tests: () => void) =>
  describeWith(discourse, title, tests);

/** The text that a generator row describes, up to some characters. */
export function generate(pieces: Piece[], limit = Number.POSITIVE_INFINITY): string {
  let text = "";
  const grow = (from: number, to: number, piece: (turn: number) => string) => {
    for (let turn = from; turn < to && text.length < limit; turn++) text += piece(turn);
  };
  for (const piece of pieces) {
    if ("text" in piece) {
      text += piece.text.repeat(Math.min(piece.times, Math.ceil(limit / piece.text.length)));
    } else if ("rising" in piece) {
      grow(piece.from, piece.to, (turn) => piece.prefix + piece.rising.repeat(turn));
    } else if ("rising_index" in piece) {
      grow(piece.from, piece.to, (turn) => piece.rising_index.replaceAll("{i}", String(turn)));
    } else {
      grow(0, piece.to, (turn) => piece.unit.repeat(turn) + piece.indent);
    }
  }
  return text.slice(0, limit);
}
