/** One open page that is told what is new. */
import { Judged } from "./judged.ts";
import { HEARTBEAT, writeEvent, writeRetry } from "./message.ts";
import type { News } from "./news.ts";

/** Where what is told goes to. */
export interface Outlet {
  write: (text: string) => void;
  /** Bytes that the other end has not taken yet. */
  waiting: () => number;
  end: () => void;
  /** Ends without waiting for the other end. */
  cut: () => void;
}

/** Whose page it is; null for who is not signed in. */
export type Reader = { personId: number; sessionId: string } | null;

/** Seconds between two signs of life. */
const SILENCE = 25;
/** More bytes than an honest browser leaves lying. */
const MOST_WAITING = 16 * 1024;

export class Stream {
  readonly reader: Reader;
  /** The thread that the page shows, and its last post when it was made. */
  readonly thread: { id: number; after: number } | null;
  /** By whom streams are counted. */
  readonly owner: string;
  /** What the page was told last of its thread, and of its reader's inbox. */
  toldNews: News;
  toldUnread: number | null;
  /** Whether its thread was looked at since it opened. */
  isKnown = false;
  readonly judged = new Judged();
  readonly #outlet: Outlet;
  /** Epoch seconds of the last sign of life. */
  #heardAt: number;

  constructor(
    opened: Pick<Stream, "reader" | "thread" | "owner"> & { told: number; unread: number | null },
    outlet: Outlet,
    now: number,
  ) {
    const { reader, thread, owner, told, unread } = opened;
    this.reader = reader;
    this.thread = thread;
    this.owner = owner;
    this.toldUnread = unread;
    // What was told before the connection broke is told anew only where it has changed.
    const wasTold = thread !== null && told > thread.after;
    this.toldNews = { count: wasTold ? -1 : 0, first: null, latest: wasTold ? told : null };
    this.#outlet = outlet;
    this.#heardAt = now;
  }

  tell(name: string, data: object, { id, now }: { id?: number; now: number }) {
    this.#write(writeEvent({ name, data, ...(id === undefined ? {} : { id }) }), now);
  }

  /** Gives a sign of life where none was for long. Whoever has not taken the one before is gone. */
  beat(now: number) {
    if (now - this.#heardAt < SILENCE) return;
    if (this.#outlet.waiting() > 0) this.#outlet.cut();
    else this.#write(HEARTBEAT, now);
  }

  /** Ends it; the page may come again after so many milliseconds. */
  end(retry: number) {
    this.#outlet.write(writeRetry(retry));
    this.#outlet.end();
  }

  #write(text: string, now: number) {
    if (this.#outlet.waiting() > MOST_WAITING) return this.#outlet.cut();
    this.#heardAt = now;
    this.#outlet.write(text);
  }
}
