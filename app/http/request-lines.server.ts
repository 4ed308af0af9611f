/** One JSON line for each request, without personal data: no network address, no query, no secret of a path. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { pathForLog } from "./path-for-log.ts";

/** Lines are handed on together, when they are so many or have waited so many milliseconds: a line by itself costs as much as a page from memory. */
const MOST_LINES = 100;
const LINES_WAIT = 100;

/** Addresses whose path is not written anew. */
const MOST_PATHS = 1_000;

/** As the logger's own lines say it. */
const INFO = 30;

export class RequestLines {
  readonly #write: (lines: string) => void;
  readonly #now: () => number;
  /** As JSON, by their addresses. */
  readonly #paths = new Map<string, string>();
  #waiting = "";
  #count = 0;
  #timer: NodeJS.Timeout | null = null;

  /** `write` takes whole lines; `now` tells milliseconds since 1970. */
  constructor(write: (lines: string) => void, now: () => number) {
    this.#write = write;
    this.#now = now;
  }

  /** Tells of a request whose answer has gone, or its client; `began` is when it came, by the clock of `process.hrtime.bigint`. */
  add({ method, url = "" }: IncomingMessage, response: ServerResponse, began: bigint) {
    const milliseconds = Math.round(Number(process.hrtime.bigint() - began) / 1e5) / 10;
    const path = this.#pathOf(url);
    const cut = response.writableFinished || isStream(response) ? "" : ',"cut":true';
    this.#waiting += `{"level":${INFO},"time":${this.#now()},"method":"${method}","path":${path},"status":${response.statusCode},"ms":${milliseconds}${cut}}\n`;
    this.#count += 1;
    if (this.#count >= MOST_LINES) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), LINES_WAIT).unref();
  }

  /** Hands on what waits. */
  flush() {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const lines = this.#waiting;
    this.#waiting = "";
    this.#count = 0;
    if (lines !== "") this.#write(lines);
  }

  #pathOf(url: string): string {
    const known = this.#paths.get(url);
    if (known) return known;
    const path = JSON.stringify(pathForLog(url));
    if (this.#paths.size >= MOST_PATHS) this.#paths.clear();
    if (url.length <= 2 * path.length) this.#paths.set(url, path);
    return path;
  }
}

/** Whoever hears a stream ends it by going away. */
const isStream = (response: ServerResponse) =>
  String(response.getHeader("Content-Type")).startsWith("text/event-stream");
