/** Renders in a worker, so that no text holds up the forum: one that takes more than a second of its processor is given up. */
import path from "node:path";
import { pool as makePool, type Pool, Promise as PoolPromise, TerminateError } from "workerpool";
import { type Known, nothingKnown } from "../references/known.ts";
import { Refusal, WrongForm } from "../refusals.ts";
import { Turns } from "../turns.ts";
import { escapeHtml } from "./escape.ts";
import { processorTime, watch } from "./give-up.server.ts";
import { MOST_CHARACTERS } from "./guards.ts";
import type { Begun, Outcome } from "./render-worker.ts";

/** The version of the HTML this writes; raise it when the same Markdown becomes other HTML. */
export const RENDERER = 2;

const MOST_WORKERS = 2;
/** Milliseconds of a processor that one text may take. */
const LONGEST = 1000;
/** The same for one that was accepted before, or is the forum's own: a machine that is slower does not take its form from it. */
const LONGEST_KNOWN = 5000;
/** Texts that may wait; slow ones among them would hold up the rest. */
const MOST_WAITING = 200;

/** Texts of one sender that may wait, one being set at a time, so that nobody's slow texts hold up the rest. */
const MOST_OF_SENDER = 20;

/** Who sends a text: a person's id, or the key of a network address. */
export type Sender = number | string;

interface Sending {
  turns: Turns;
  /** The texts that wait or run, by themselves and what was known. */
  texts: Map<string, Promise<Tried>>;
}

interface Renderers {
  pool: Pool | undefined;
  sendings: Map<Sender, Sending>;
}

/** One for the process: the server and the pages are bundled apart, each with its own copy of this file. */
const everywhere = globalThis as { steelmanRenderers?: Renderers };
everywhere.steelmanRenderers ??= { pool: undefined, sendings: new Map() };
const renderers = everywhere.steelmanRenderers;
const { sendings } = renderers;

function openPool(): Pool {
  renderers.pool ??= makePool(path.resolve("build/render-worker.js"), {
    workerType: "thread",
    maxWorkers: MOST_WORKERS,
    // A text that runs out of memory ends its worker, and not the forum; what is young is collected early, for memory's sake.
    workerThreadOpts: {
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 12 },
    },
    // The worker has nothing to put in order before it is killed.
    workerTerminateTimeout: 1,
  });
  return renderers.pool;
}

type Tried = Outcome | { broke: unknown };

async function run(markdown: string, known: Known, longest = LONGEST): Promise<Tried> {
  const workers = openPool();
  if (workers.stats().pendingTasks >= MOST_WAITING) {
    throw new Refusal(503, { key: "markdown.busy" }, 10);
  }
  let endWatch: (() => void) | undefined;
  const task = workers.exec("render", [markdown, known], {
    // A worker that has yet to start takes longer than some texts: time counts from the text's own beginning.
    on: ({ thread }: Begun) => {
      endWatch = watch(
        longest,
        () => processorTime(thread),
        () => task.cancel(),
      );
    },
  });
  try {
    return await task;
  } catch (error) {
    const gaveUp = error instanceof PoolPromise.CancellationError;
    const outOfMemory = error instanceof TerminateError && /memory/i.test(error.message);
    if (gaveUp || outOfMemory) return { refused: { key: "markdown.too-slow" } };
    if (renderers.pool !== workers) throw error; // The rendering was stopped, and the text may be harmless.
    return { broke: error };
  } finally {
    endWatch?.();
  }
}

/** The Markdown as safe HTML; throws `WrongForm` with the reason beside `body` if it asks for too much, `Refusal` 503 when too many texts wait, of this sender or of all. Texts without a sender stand in nobody's line. `known` is whom and what the text may refer to; all else in it stays text. */
export async function renderMarkdown(
  markdown: string,
  sender?: Sender,
  known: Known = nothingKnown,
): Promise<string> {
  const outcome = await (sender === undefined
    ? run(markdown, known)
    : runFor(sender, markdown, known));
  return htmlOf(outcome);
}

/** The HTML of a text that nobody sends just now, the forum's own or another forum's, which has as long as a slow machine takes; throws as `renderMarkdown` does. */
export const renderOwn = async (markdown: string, known = nothingKnown): Promise<string> =>
  htmlOf(await run(markdown, known, LONGEST_KNOWN));

function htmlOf(outcome: Tried): string {
  if ("broke" in outcome) {
    throw new WrongForm({ body: { key: "markdown.failed" } }, 422, outcome.broke);
  }
  if ("refused" in outcome) throw new WrongForm({ body: outcome.refused });
  return outcome.html;
}

/** The HTML of a text that was accepted before: one that is refused now, or breaks, is shown as it was written, as far as any text may go, for older HTML may hold what the newer one is for. `report` is told what broke. */
export async function renderOrShow(
  markdown: string,
  report: (error: unknown) => void,
  known: Known = nothingKnown,
): Promise<string> {
  try {
    return htmlOf(await run(markdown, known, LONGEST_KNOWN));
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    if (error.cause) report(error.cause);
    const shown = markdown.slice(0, MOST_CHARACTERS);
    const more = shown.length < markdown.length ? "…" : "";
    return `<pre tabindex="0">${escapeHtml(shown)}${more}</pre>`;
  }
}

/** One text of a sender after the other; the same text sent again meanwhile is set once: whoever presses twice is answered twice. */
async function runFor(sender: Sender, markdown: string, known: Known): Promise<Tried> {
  const sending = sendings.get(sender) ?? beginSending();
  const key = JSON.stringify([markdown, known]);
  const same = sending.texts.get(key);
  if (same) return same;
  const outcome = sending.turns.take(() => run(markdown, known));
  sendings.set(sender, sending);
  sending.texts.set(key, outcome);
  try {
    return await outcome;
  } finally {
    sending.texts.delete(key);
    if (sending.texts.size === 0) sendings.delete(sender);
  }
}

const beginSending = (): Sending => ({
  turns: new Turns({
    atOnce: 1,
    waiting: MOST_OF_SENDER,
    full: { key: "markdown.yours-wait", retryAfter: 2 },
  }),
  texts: new Map(),
});

/** Ends the workers, so that the process can end. The next rendering starts them again. */
export async function stopRendering(): Promise<void> {
  const ending = renderers.pool;
  renderers.pool = undefined;
  await ending?.terminate();
}
