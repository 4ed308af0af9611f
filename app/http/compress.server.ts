/** Compresses answers on their way. */
import type { IncomingMessage } from "node:http";
import type { Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { chooseEncoding } from "./choose-encoding.ts";

/** Texts, and data that are texts; not events, for those must not wait until there are more of them. */
const compressible =
  /^(text\/(?!event-stream\b)|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|javascript)\b)/i;
/** A shorter answer fits into one packet as it is; in bytes. */
const WORTHWHILE = 1024;
/** Brotli's effort, of 11: as quick as gzip. */
const EFFORT = 4;

/** The stream that compresses this answer to this request, or null where it goes as it is; sets the answer's headers accordingly. */
export function compressor(request: IncomingMessage, answer: Response): Transform | null {
  const { headers } = answer;
  if (!compressible.test(headers.get("Content-Type") ?? "")) return null;
  const varies = listOf(headers, "Vary");
  if (!varies.includes("accept-encoding") && !varies.includes("*")) {
    headers.append("Vary", "Accept-Encoding");
  }
  if (request.method === "HEAD" || isLeftAlone(answer)) return null;
  const encoding = chooseEncoding(request.headers["accept-encoding"]);
  if (encoding === "identity") return null;
  headers.set("Content-Encoding", encoding);
  headers.delete("Content-Length");
  const mark = headers.get("ETag");
  if (mark?.startsWith('"')) headers.set("ETag", `W/${mark}`);
  return encoding === "br"
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: EFFORT } })
    : createGzip();
}

/** Whether there is nothing to compress, too little, or somebody decided otherwise. */
function isLeftAlone({ body, status, headers }: Response) {
  const length = headers.get("Content-Length");
  return (
    body === null ||
    status === 206 ||
    headers.has("Content-Encoding") ||
    listOf(headers, "Cache-Control").includes("no-transform") ||
    (length !== null && Number(length) < WORTHWHILE)
  );
}

const listOf = (headers: Headers, name: string) =>
  (headers.get(name) ?? "").split(",").map((item) => item.trim().toLowerCase());
