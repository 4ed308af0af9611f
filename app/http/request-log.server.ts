/** What the forum tells whoever runs it, as JSON lines without personal data. */
import { randomBytes } from "node:crypto";
import pino, { type Logger } from "pino";
import { isAway } from "#db/write.server.ts";
import { pathForLog } from "./path-for-log.ts";
import { RequestLines } from "./request-lines.server.ts";

/** Text waits in memory for the system until it is so many bytes, or for so many milliseconds. */
const LOG_BUFFER = 4_096;
const LOG_WAITS = 100;

export interface Log {
  /** For what is told seldom. */
  log: Logger;
  /** For what is told of each request. */
  requests: RequestLines;
}

/** The log of the running forum, on standard error; on a terminal only what needs somebody. `now` tells milliseconds since 1970. */
export function openLog(now: () => number): Log {
  const isTold = !process.stderr.isTTY;
  let write = (_lines: string) => {};
  const requests = new RequestLines((lines) => write(lines), now);
  // Before the destination asks for the same: what goes out last is its part.
  process.once("exit", () => requests.flush());
  const destination = pino.destination({
    ...{ fd: 2, sync: false, minLength: LOG_BUFFER, periodicFlush: LOG_WAITS },
  });
  if (isTold) write = (lines) => void destination.write(lines);
  return { log: pino({ base: null, level: isTold ? "info" : "warn" }, destination), requests };
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
