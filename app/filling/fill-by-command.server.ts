import type { Db } from "#db/open.server.ts";
import { hashPassword } from "../accounts/hash-password.server.ts";
import { say } from "../strings/say.ts";
import { type Filled, fillForum, refuseThreads } from "./fill-forum.server.ts";
import { inventPassword } from "./vocabulary.ts";
import type { Wish } from "./wish.ts";

/** Milliseconds between two words about how far it is, where they cannot take one another's place. */
const EVERY = 5_000;
const EVERY_ON_TERMINAL = 100;

export interface Surroundings {
  milliseconds: () => number;
  /** A throw from 0 to below a bound that nobody foresees. */
  draw: (bound: number) => number;
}

/** Fills and says on the terminal how it goes; answers the exit code. An interrupt ends it after the batch that is being written. */
export async function fillByCommand(
  db: Db,
  wish: Wish,
  { milliseconds, draw }: Surroundings,
): Promise<number> {
  await refuseThreads(db);
  const began = milliseconds();
  const line = new ProgressLine(milliseconds);
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    line.tell(say("fill.stopping"));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    line.tell(say("fill.planning"));
    const password = inventPassword(draw);
    const hash = wish.accounts > 0 ? await hashPassword(password) : "";
    const now = Math.floor(began / 1000);
    const watch = {
      progress: (done: number, of: number) => line.show(done, of),
      isStopped: () => isStopped,
    };
    const filled = await fillForum(db, wish, { now, hash }, watch);
    line.tell("");
    process.stdout.write(`${summarise(filled, (milliseconds() - began) / 1000, password)}\n`);
    return filled.isCutShort ? 130 : 0;
  } finally {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  }
}

/** What was made, a line for each thing that whoever gave the command wants to know. */
export function summarise(filled: Filled, seconds: number, password: string): string {
  const { posts, threads, topics, people, special, names, isCutShort } = filled;
  const rate = Math.round(posts / Math.max(seconds, 0.001));
  const lines = [
    say("fill.end", { posts, threads, topics, people, seconds: Math.round(seconds), rate }),
  ];
  if (isCutShort) lines.push(say("fill.end.stopped"));
  for (const made of special) lines.push(say("fill.end.special", made));
  if (names.length > 0) {
    lines.push(say("fill.end.accounts", { count: names.length, password }), names.join(" "));
  }
  return lines.join("\n");
}

/** How far it is: one line that is written anew on a terminal, else a line now and then. */
class ProgressLine {
  readonly #milliseconds: () => number;
  readonly #isTerminal = process.stderr.isTTY === true;
  #began: number | null = null;
  #shownAt: number;

  constructor(milliseconds: () => number) {
    this.#milliseconds = milliseconds;
    this.#shownAt = milliseconds();
  }

  show(done: number, of: number) {
    const now = this.#milliseconds();
    this.#began ??= now;
    if (now - this.#shownAt < (this.#isTerminal ? EVERY_ON_TERMINAL : EVERY)) return;
    this.#shownAt = now;
    const rate = Math.round(done / Math.max(0.001, (now - this.#began) / 1000));
    const left = Math.round((of - done) / Math.max(1, rate) / 60);
    const words = say("fill.progress", { done, of, rate, left });
    process.stderr.write(this.#isTerminal ? `\r\u001b[K${words}` : `${words}\n`);
  }

  tell(words: string) {
    const clear = this.#isTerminal ? "\r\u001b[K" : "";
    process.stderr.write(words ? `${clear}${words}\n` : clear);
  }
}
