/** How far a move is: a line for each table that is written anew on a terminal, else a line now and then. */
import type { Watch } from "./copy-tables.server.ts";

/** Milliseconds between two words about the same table. */
const EVERY = 5_000;
const EVERY_ON_TERMINAL = 100;

export class Progress implements Watch {
  readonly #milliseconds: () => number;
  readonly #isTerminal = process.stderr.isTTY === true;
  /** Whether nothing is said where nobody looks on. */
  readonly #isQuiet: boolean;
  #shownAt = 0;
  #isStopped = false;
  readonly #stop = () => {
    this.#isStopped = true;
  };

  constructor(milliseconds: () => number, { isQuiet }: { isQuiet: boolean }) {
    this.#milliseconds = milliseconds;
    this.#isQuiet = isQuiet;
    process.once("SIGINT", this.#stop);
    process.once("SIGTERM", this.#stop);
  }

  show(deed: string, table: string, rows: number, of: number, share: number) {
    if (this.#isQuiet && !this.#isTerminal) return;
    const now = this.#milliseconds();
    const isDone = rows === of;
    if (!isDone && now - this.#shownAt < (this.#isTerminal ? EVERY_ON_TERMINAL : EVERY)) return;
    this.#shownAt = now;
    const words = `${deed} ${table}: ${rows} of ${of} rows (${Math.floor(share * 100)} % of all)`;
    const start = this.#isTerminal ? "\r\u001b[K" : "";
    process.stderr.write(`${start}${words}${isDone || !this.#isTerminal ? "\n" : ""}`);
  }

  isStopped() {
    return this.#isStopped;
  }

  end() {
    process.removeListener("SIGINT", this.#stop);
    process.removeListener("SIGTERM", this.#stop);
  }
}
