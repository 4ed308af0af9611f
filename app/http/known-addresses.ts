import type { IncomingMessage } from "node:http";
import type { Found, MatchReading } from "./match-reading.ts";
import { screenRequest } from "./screen-request.ts";

/** A longer address is nobody's but who invented it. */
const LONGEST = 200;

/** What addresses were found to ask for, so that the one that everybody reads is looked at once. */
export class KnownAddresses {
  readonly #most: number;
  readonly #found = new Map<string, Found>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The page for reading that a GET or HEAD asks for; null where there is none, or the request is one that is refused. */
  find({ method = "", url = "", headers }: IncomingMessage, origin: string, match: MatchReading) {
    const known = this.#found.get(url);
    if (known) return known;
    const found = match(url);
    if (!found || screenRequest({ method, url, headers }, origin)) return null;
    if (this.#most === 0 || url.length > LONGEST) return found;
    this.#found.set(url, found);
    // Whoever invents addresses only makes others be looked at again; the one found first goes first.
    if (this.#found.size > this.#most) this.#found.delete(this.#found.keys().next().value!);
    return found;
  }
}
