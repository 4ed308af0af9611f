/** What runs in the worker: it says when it begins, for the time counts from then, and answers HTML or why not. */
import { worker, workerEmit } from "workerpool";
import type { Said } from "../strings/say.ts";
import { TooMuch } from "./guards.ts";
import { toHtml } from "./to-html.ts";

export type Outcome = { html: string } | { refused: Said };

function render(markdown: string): Outcome {
  workerEmit("begun");
  try {
    return { html: toHtml(markdown) };
  } catch (error) {
    if (error instanceof TooMuch) return { refused: error.said };
    // The stack ran out: the text nests in a way that nothing above holds.
    if (error instanceof RangeError) return { refused: { key: "markdown.too-slow" } };
    throw error;
  }
}

worker({ render });
