/** From an answer of the web's shape to Node's socket. */
import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { compressor } from "./compress.server.ts";

/** Sends the answer, compressed where that is worth it, no faster than the client takes it. Resolves when it has gone, or when the client has; rejects, with the connection cut, when its body breaks. */
export async function sendAnswer(outgoing: ServerResponse, answer: Response): Promise<void> {
  const compress = compressor(outgoing.req, answer);
  outgoing.statusCode = answer.status;
  for (const [name, value] of answer.headers) outgoing.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
  if (answer.body === null || outgoing.req.method === "HEAD" || outgoing.destroyed) {
    compress?.destroy();
    await answer.body?.cancel();
    outgoing.end();
    return;
  }
  const body = Readable.fromWeb(answer.body as ReadableStream);
  let broken: unknown;
  for (const stream of compress ? [body, compress] : [body]) {
    // When the client has gone, the pipeline ends the streams with errors of its own.
    stream.once("error", (error) => {
      if (!outgoing.destroyed) broken ??= error;
    });
  }
  try {
    await (compress ? pipeline(body, compress, outgoing) : pipeline(body, outgoing));
  } catch {
    if (broken !== undefined) throw broken;
  }
}
