import type { Db } from "#db/open.server.ts";
import { say, sayIt } from "../strings/say.ts";
import type { Counts, Voice, Wish } from "./run.ts";
import { runImport } from "./run-import.server.ts";
import { summarise } from "./summarise.ts";

/** Milliseconds between two words about how far it is, where they cannot take one another's place. */
const EVERY = 5_000;
const EVERY_ON_TERMINAL = 100;

/** Imports and says on the terminal how it goes; answers the exit code. An interrupt ends it at the next place from which it can go on. */
export async function importByCommand(
  db: Db,
  wish: Wish,
  milliseconds: () => number,
): Promise<number> {
  let isStopped = false;
  process.once("SIGINT", () => {
    isStopped = true;
    line.tell(say("import.stopping"));
  });
  const line = new ProgressLine(milliseconds);
  const counts = await runImport(db, wish, {
    tell: (where, said) => line.tell(`${where}: ${sayIt(said)}`),
    progress: (counts) => line.show(counts),
    isStopped: () => isStopped,
    report: (error, where) => line.tell(`${where}: ${String(error)}`),
  } satisfies Voice);
  line.tell("");
  process.stdout.write(`${summarise(wish.source, counts)}\n`);
  if (counts.isCutShort) return 130;
  return counts.skipped.size > 0 ? 1 : 0;
}

/** How far it is: one line that is written anew on a terminal, else a line now and then. */
class ProgressLine {
  readonly #milliseconds: () => number;
  readonly #isTerminal = process.stderr.isTTY === true;
  #shownAt: number;

  constructor(milliseconds: () => number) {
    this.#milliseconds = milliseconds;
    this.#shownAt = milliseconds();
  }

  show({ posts, found }: Counts) {
    const now = this.#milliseconds();
    if (now - this.#shownAt < (this.#isTerminal ? EVERY_ON_TERMINAL : EVERY)) return;
    this.#shownAt = now;
    const done = posts.added + posts.changed + posts.there;
    const words = say("import.progress", { done, found });
    process.stderr.write(this.#isTerminal ? `\r\u001b[K${words}` : `${words}\n`);
  }

  /** What is told holds names from files: none of its letters moves the cursor or begins a line. */
  tell(words: string) {
    const clear = this.#isTerminal ? "\r\u001b[K" : "";
    const plain = words.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "\ufffd");
    process.stderr.write(plain ? `${clear}${plain}\n` : clear);
  }
}
