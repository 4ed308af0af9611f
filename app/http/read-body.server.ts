/** Reads what a request carries, within bounds. */
import type { IncomingMessage } from "node:http";

/** More than any form of the forum, however its letters are written; what is longer is not read to the end. */
export const MOST_BYTES = 1024 * 1024;

/** The whole body, or null when it is longer than MOST_BYTES. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
