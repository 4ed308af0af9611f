/** Inside a paragraph: blanks code, addresses, pictures and markup, and leaves the words that a reader sees. */
import { type Cut, THING } from "./cut.ts";

/** Two readings apart, for the second must not see what the first took. */
const OF_LINKS =
  /!\[[^[\]\n]{0,500}\]\([^()\s]*(?:[ \t]+[^()\n]*)?\)|\]\([^()\s]*(?:[ \t]+[^()\n]*)?\)|\]\[[^[\]\n]{0,200}\]/g;
const OF_MARKUP =
  /<!--|<(\/?)([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>|<?\b(?:https?:\/\/|www\.)[^\s<>]+>?|<[^\s<>@]+@[^\s<>]+>|<https?:[^\s<>]*>/gi;
const APART = new Set(["blockquote", "code", "pre", "q", "samp", "kbd", "cite"]);

/** The paragraph with spaces where nothing counts, as long as before; what was cut is added to `cuts`, moved by `offset`. */
export function maskInline(text: string, offset: number, cuts: Cut[]): string {
  if (!/[`<[\]!:]|www\./i.test(text)) return text;
  const holes: { start: number; end: number; kind: Cut["kind"]; thing: boolean }[] = [];
  const hole = (start: number, end: number, kind: Cut["kind"], thing: boolean) => {
    holes.push({ start, end, kind, thing });
    cuts.push({ start: start + offset, end: end + offset, kind });
  };
  let masked = text;
  const fill = () => {
    masked = punch(masked, holes);
    holes.length = 0;
  };
  if (masked.includes("`")) {
    codeSpans(masked, (start, end) => hole(start, end, "code", true));
    fill();
  }
  if (masked.includes("](") || masked.includes("][")) {
    for (const found of masked.matchAll(OF_LINKS)) {
      const picture = found[0].startsWith("!");
      const kind = picture ? "picture" : "address";
      hole(found.index, found.index + found[0].length, kind, picture);
    }
    fill();
  }
  if (/<|:\/\/|www\./i.test(masked)) {
    markup(masked, hole);
    fill();
  }
  return masked;
}

function markup(
  text: string,
  hole: (start: number, end: number, kind: Cut["kind"], thing: boolean) => void,
): void {
  const closers = new Map<string, number>();
  /** The next closing tag; its place is remembered, so that a thousand openings look for it once. */
  const closerOf = (tag: string, from: number) => {
    const known = closers.get(tag);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const pattern = new RegExp(`</${tag}[^<>]*>`, "gi");
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    const at = found ? found.index + found[0].length : -1;
    closers.set(tag, at);
    return at;
  };
  let from = 0;
  OF_MARKUP.lastIndex = 0;
  for (let found = OF_MARKUP.exec(text); found; found = OF_MARKUP.exec(text)) {
    const start = found.index;
    const end = start + found[0].length;
    if (start < from) continue;
    const tag = found[2]?.toLowerCase();
    if (found[0] === "<!--") {
      const close = text.indexOf("-->", end);
      from = close < 0 ? text.length : close + 3;
      hole(start, from, "markup", false);
    } else if (tag && !found[1] && APART.has(tag)) {
      const close = closerOf(tag, end);
      from = close < 0 ? end : close;
      const quoted = tag === "blockquote" || tag === "q" || tag === "cite";
      hole(start, from, quoted ? "quotation" : "code", true);
    } else {
      from = end;
      hole(start, end, tag ? "markup" : "address", !tag);
    }
    OF_MARKUP.lastIndex = from;
  }
}

/** Backticks pair with the next run of the same length; each run is looked at once. */
function codeSpans(text: string, take: (start: number, end: number) => void): void {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = text.indexOf("`"); at >= 0; at = text.indexOf("`", at)) {
    const start = at;
    while (text.charCodeAt(at) === 96) at++;
    starts.push(start);
    ends.push(at);
  }
  const next = new Int32Array(starts.length).fill(-1);
  const latest = new Map<number, number>();
  for (let run = starts.length - 1; run >= 0; run--) {
    const length = ends[run]! - starts[run]!;
    next[run] = latest.get(length) ?? -1;
    latest.set(length, run);
  }
  for (let run = 0; run < starts.length; run++) {
    const partner = next[run]!;
    if (partner < 0) continue;
    take(starts[run]!, ends[partner]!);
    run = partner;
  }
}

function punch(
  text: string,
  holes: readonly { start: number; end: number; thing: boolean }[],
): string {
  if (holes.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, thing } of holes) {
    pieces.push(text.slice(at, start));
    pieces.push(thing ? THING + " ".repeat(end - start - 1) : " ".repeat(end - start));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}
