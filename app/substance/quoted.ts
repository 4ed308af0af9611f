/** Which tokens stand between marks of quotation, so that somebody else's words are not taken for the author's. */
import type { Token } from "./tokens.ts";

/** More tokens than this between two marks are no quotation. */
const LONGEST = 60;

const OPENING = new Set(["plain", "wide", "single"]);

/** For each sentence one byte for each token: 1 inside a quotation. Pairs of marks may lie across sentences. */
export function quotedOf(sentences: readonly (readonly Token[])[], text: string): Uint8Array[] {
  const flags = sentences.map((sentence) => new Uint8Array(sentence.length));
  let open: { sentence: number; token: number; mark: string; passed: number } | undefined;
  let passed = 0;
  for (let number = 0; number < sentences.length; number++) {
    const sentence = sentences[number]!;
    for (let at = 0; at < sentence.length; at++) {
      passed++;
      const token = sentence[at]!;
      const mark = token.word.kind === "sign" ? markOf(token, text) : "";
      if (open && passed - open.passed > LONGEST) open = undefined;
      if (mark === "") continue;
      if (open && closes(open.mark, mark)) {
        fill(flags, open.sentence, open.token, number, at);
        open = undefined;
      } else if (!open && OPENING.has(mark)) {
        open = { sentence: number, token: at, mark, passed };
      }
    }
  }
  return flags;
}

/** Single marks count at the borders of words alone: inside they are apostrophes. */
function markOf(token: Token, text: string): string {
  const sign = text[token.start]!;
  if (
    sign === '"' ||
    sign === "\u201c" ||
    sign === "\u201d" ||
    sign === "\u00ab" ||
    sign === "\u00bb"
  )
    return sign === "\u201c" || sign === "\u00ab" ? "wide" : sign === '"' ? "plain" : "close";
  if (sign !== "'" && sign !== "\u2018" && sign !== "\u2019") return "";
  const before = token.start === 0 || /[\s([{—-]/.test(text[token.start - 1]!);
  const after = token.end >= text.length || /[\s)\]},.;:!?—-]/.test(text[token.end]!);
  if (before && !after) return "single";
  return after && !before ? "single-end" : "";
}

const closes = (open: string, mark: string) =>
  open === "plain"
    ? mark === "plain" || mark === "close"
    : open === "wide"
      ? mark === "close" || mark === "plain"
      : mark === "single-end";

function fill(
  flags: readonly Uint8Array[],
  fromSentence: number,
  fromToken: number,
  toSentence: number,
  toToken: number,
): void {
  for (let number = fromSentence; number <= toSentence; number++) {
    const first = number === fromSentence ? fromToken + 1 : 0;
    const last = number === toSentence ? toToken : flags[number]!.length;
    flags[number]!.fill(1, first, last);
  }
}
