/** One JSON line for each request, without personal data: no network address, no query, no secret of a path. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import pino, { type Logger } from "pino";
import { isAway } from "#db/write.server.ts";

/** Lines are written together, when they are so many bytes or have waited so many milliseconds. */
const LOG_BUFFER = 4_096;
const LOG_WAITS = 100;

/** The log of the running forum, on standard error; on a terminal only what needs somebody. */
export function openLog(): Logger {
  return pino(
    { base: null, level: process.stderr.isTTY ? "warn" : "info" },
    pino.destination({ fd: 2, sync: false, minLength: LOG_BUFFER, periodicFlush: LOG_WAITS }),
  );
}

/** A text without the tokens of the addresses in it, however those are written. */
export const withoutSecrets = (text: string) =>
  text.replace(/((?:admin\/+first|reset-password|unsubscribe)\/)[^\s"]*/gi, "$1…");

/** The path of an address as it may be written down. */
export function pathForLog(url: string) {
  const path = url.split("?")[0] ?? "";
  return withoutSecrets(path).slice(0, 200);
}

/** Writes the line when the answer has gone. */
export function logRequest(log: Logger, request: IncomingMessage, response: ServerResponse) {
  const began = process.hrtime.bigint();
  response.once("close", () => {
    const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
    log.info({
      method: request.method,
      path: pathForLog(request.url ?? ""),
      status: response.statusCode,
      ms: Math.round(milliseconds * 10) / 10,
      ...(response.writableFinished ? {} : { cut: true }),
    });
  });
}

/** An outage of the database has ended when nobody has met it for so long, in seconds; the clock meets it every few seconds. */
const OUTAGE_ENDS = 30;

/** A function that writes an error down and answers the reference by which to find it; that the database is away is written down once. `now` in epoch seconds. */
export function errorReporter(log: Logger, now: () => number) {
  const outage = { reference: "", met: Number.NEGATIVE_INFINITY };
  return (error: unknown, where: string) => {
    if (isAway(error)) {
      const isKnown = now() - outage.met < OUTAGE_ENDS;
      outage.met = now();
      if (isKnown) return outage.reference;
    }
    const reference = randomBytes(5).toString("hex");
    log.error({
      reference,
      where: pathForLog(where),
      error: String((error as Error)?.stack ?? error),
    });
    if (isAway(error)) outage.reference = reference;
    return reference;
  };
}
