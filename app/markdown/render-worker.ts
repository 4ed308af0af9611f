/** What runs in the worker: it says when it begins, for the time counts from then, and answers HTML or why not. */
import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { worker, workerEmit } from "workerpool";
import type { Known } from "../references/known.ts";
import type { Said } from "../strings/say.ts";
import { TooMuch } from "./guards.ts";
import { toHtml } from "./to-html.ts";

/** What is said when a text begins: which thread works at it, by its folder below `/proc` on Linux. */
export interface Begun {
  thread: string | undefined;
}

export type Outcome = { html: string } | { refused: Said };

function render(markdown: string, known: Known): Outcome {
  workerEmit(begun);
  try {
    return { html: toHtml(markdown, known) };
  } catch (error) {
    if (error instanceof TooMuch) return { refused: error.said };
    // The stack ran out: the text nests in a way that nothing above holds.
    if (error instanceof RangeError) return { refused: { key: "markdown.too-slow" } };
    throw error;
  }
}

const isLinux = process.platform === "linux";
const begun: Begun = { thread: findThread() };

function findThread(): string | undefined {
  try {
    return isLinux ? readlinkSync("/proc/thread-self") : undefined;
  } catch {
    // No /proc in this cage: a text's time is then what a clock on the wall says.
    return undefined;
  }
}

// Readers come first, also where texts keep every core busy: Linux gives each thread its own priority, others none.
if (isLinux) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

// The first text is slow for no fault of its own, and its time is counted: so the first one is ours.
toHtml(
  "A *word* and a [link](https://example.org), `code`, $x^2$.[^1]\n\n> One.\n\n- **Two**\n\n```js\nlet x = 1;\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: Three.\n",
);

worker({ render });
