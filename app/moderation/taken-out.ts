/** A text with each passage that was taken out of it, where it stood: so that any can be put back, in whatever order, into what its author made of it since. */
import { diffArrays } from "diff";
import type { Cut } from "./cut-passage.ts";

/** What was taken out at one place, and what shows there. */
interface Gap {
  /** The version of the text that it was taken out of. */
  version: number;
  shown: string;
  parts: Part[];
}

export type Part = string | Gap;

/** A text as it was at a version. */
export interface Text {
  version: number;
  body: string;
}

/** One taking out of a text. */
export interface Taking {
  /** Of the text that something was taken out of. */
  version: number;
  cuts: Cut[];
  /** The version that it was put back into; null while it stands. */
  backAt: number | null;
}

/** Milliseconds that all edits of a text may take together to be compared; of what takes longer, gaps are found by their order alone. */
const TIME = 200;

/** The versions of a text that it takes to put something back, in order, up to the last: its author's edits between two of them count as one. */
export function versionsOf(
  takings: readonly Pick<Taking, "version" | "backAt">[],
  last: number,
): number[] {
  const wanted = takings.flatMap(({ version, backAt }) =>
    [version, backAt ?? version].flatMap((one) => [one, one + 1]),
  );
  const versions = new Set([...wanted, last]);
  return [...versions].filter((one) => one <= last).sort((one, other) => one - other);
}

/** The last of a text's versions with everything put back that is undone, in at most `time` milliseconds of comparing. What its author wrote in a gap's place stays. */
export function putBack(
  texts: readonly Text[],
  takings: readonly Taking[],
  time: number = TIME,
): string {
  let parts: Part[] = [];
  for (const { version, body } of texts) {
    if (textOf(parts) !== body) parts = edit(parts, body, time / texts.length);
    const taking = takings.find((one) => one.version === version);
    if (taking) parts = takeOut(parts, taking);
    const isBack = new Set(
      takings.flatMap(({ version: one, backAt }) =>
        backAt !== null && backAt <= version ? one : [],
      ),
    );
    parts = open(parts, isBack);
  }
  return textOf(parts);
}

const textOf = (parts: readonly Part[]) => parts.map(shownOf).join("");
const shownOf = (part: Part) => (typeof part === "string" ? part : part.shown);

function takeOut(parts: readonly Part[], { version, cuts }: Taking): Part[] {
  const left: Part[] = [];
  let from = 0;
  for (const [begin, end, shown] of cuts) {
    left.push(...between(parts, from, begin));
    left.push({ version, shown, parts: between(parts, begin, end) });
    from = end;
  }
  return [...left, ...between(parts, from, Number.POSITIVE_INFINITY)];
}

/** What stands from one place to another; of a gap that is cut through, what shows of it. */
function between(parts: readonly Part[], begin: number, end: number): Part[] {
  const found: Part[] = [];
  let at = 0;
  for (const part of parts) {
    const shown = shownOf(part);
    const after = at + shown.length;
    if (after > begin && at < end) {
      const isWhole = at >= begin && after <= end;
      found.push(isWhole ? part : shown.slice(Math.max(0, begin - at), end - at));
    }
    at = after;
  }
  return found;
}

const open = (parts: readonly Part[], isBack: ReadonlySet<number>): Part[] =>
  parts.flatMap((part) =>
    typeof part !== "string" && isBack.has(part.version) ? open(part.parts, isBack) : [part],
  );

/** An edit of the author: gaps stay that show in the new text as they did. */
function edit(parts: readonly Part[], body: string, timeout: number): Part[] {
  const gaps = parts.filter((part) => typeof part !== "string");
  if (gaps.length === 0) return [body];
  // The longer first: a shorter may begin alike.
  const marks = [...new Set(gaps.map(shownOf))].sort((one, other) => other.length - one.length);
  const older = parts.flatMap<Part>((part) =>
    typeof part === "string" ? tokensOf(part, marks) : [part],
  );
  const newer = tokensOf(body, marks);
  const shown = older.filter((part) => marks.includes(shownOf(part)));
  const left = newer.filter((word) => marks.includes(word));
  const isSame =
    left.length === shown.length && left.every((mark, place) => shownOf(shown[place]!) === mark);
  if (isSame) return inOrder(shown, newer);
  return compare(older, newer, timeout) ?? inOrder(shown, newer);
}

/** A text's words, with what showed before in the places that show the same, the first in the first. */
function inOrder(shown: readonly Part[], words: readonly string[]): Part[] {
  const left = new Map<string, Part[]>();
  for (const part of shown.toReversed()) {
    const same = left.get(shownOf(part));
    if (same) same.push(part);
    else left.set(shownOf(part), [part]);
  }
  return words.map((word) => left.get(word)?.pop() ?? word);
}

/** The newer words, with what stayed of the older in its place; undefined where that takes too long. */
function compare(older: readonly Part[], newer: string[], timeout: number): Part[] | undefined {
  const changes = diffArrays(older.map(shownOf), newer, { timeout });
  if (!changes) return undefined;
  const edited: Part[] = [];
  let at = 0;
  for (const { added, removed, count, value } of changes) {
    if (added) edited.push(...value);
    else if (!removed) edited.push(...older.slice(at, at + count));
    if (!added) at += count;
  }
  return edited;
}

/** The words of a text, and what stands between them; marks are one each. */
function tokensOf(text: string, [mark, ...others]: readonly string[]): string[] {
  if (mark === undefined) return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return text
    .split(mark)
    .flatMap((between, place) => [...(place > 0 ? [mark] : []), ...tokensOf(between, others)]);
}
