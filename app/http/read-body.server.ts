/** Reads what a request carries, within bounds. */
import type { IncomingMessage } from "node:http";

/** More than any form of the forum, however its letters are written. */
export const MOST_BYTES = 1024 * 1024;
/** How long the rest of what is too long is let by, in milliseconds: who is cut off while sending reads no answer. */
const LET_BY = 1_000;

/** The whole body, or null when it is longer than MOST_BYTES; of that nothing is kept. Rejects when the sender goes away. */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let timer: NodeJS.Timeout | undefined;
    const letBy = () => {
      chunks.length = 0;
      timer = setTimeout(resolve, LET_BY, null);
    };
    if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) letBy();
    request.on("data", (chunk: Buffer) => {
      if (timer) return;
      chunks.push(chunk);
      length += chunk.length;
      if (length > MOST_BYTES) letBy();
    });
    request.once("end", () => {
      clearTimeout(timer);
      resolve(timer ? null : Buffer.concat(chunks));
    });
    request.once("error", reject);
  });
}
