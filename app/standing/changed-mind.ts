/** Somebody says that a post changed their mind: what the form asks for. */
import { BODY_BYTES } from "../composing/draft.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems, Said } from "../strings/say.ts";
import { seenOf } from "../strings/seen.ts";

/** Words that it takes to say what one thinks now. */
export const LEAST_WORDS = 20;
/** Two people do not honour each other within so many seconds. */
export const MUTUAL_PAUSE = 30 * 86_400;

export interface ChangedMindDraft {
  before: string;
  now: string;
}

/** The two views of a form, line ends as they are kept; throws WrongForm. */
export function readChangedMindDraft(form: { get(name: string): unknown }): ChangedMindDraft {
  const draft = { before: read(form, "before"), now: read(form, "now") };
  const words = wordsIn(draft.now);
  const problems: Problems = {};
  const before = weigh(draft.before, "standing.mind.before.missing");
  if (before) problems.before = before;
  const now = weigh(draft.now, "standing.mind.now.missing");
  if (now) problems.now = now;
  else if (words < LEAST_WORDS) {
    problems.now = { key: "standing.mind.now.short", values: { least: LEAST_WORDS, words } };
  }
  if (Object.keys(problems).length === 0) return draft;
  const isTooLong = Object.values(problems).some(({ key }) => key === "threads.body.too-long");
  throw new WrongForm(problems, isTooLong ? 413 : 422);
}

function read(form: { get(name: string): unknown }, name: string): string {
  const typed = form.get(name);
  return typeof typed === "string" ? typed.replace(/\r\n?/g, "\n").trim() : "";
}

function weigh(text: string, missing: Said["key"]): Said | null {
  if (!/[\p{L}\p{N}]/u.test(seenOf(text))) return { key: missing };
  const over = new TextEncoder().encode(text).length - BODY_BYTES;
  const values = { kilobytes: Math.ceil(over / 102.4) / 10 };
  return over > 0 ? { key: "threads.body.too-long", values } : null;
}

const wordsIn = (text: string) =>
  text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
