/** The first honest sentence or two of a post, for lists and descriptions. */
import { withoutTurning } from "./escape.ts";
import { isIn, readText } from "./read-html.ts";

/** What a model said, and the numbers and notes that belong elsewhere. */
const never = new Set(["details.ai", "sup.footnote", "div.footnotes"]);
/** What somebody else said, or what makes no sentence. */
const apart = new Set([
  ...never,
  ...["blockquote", "pre", "table", "h3", "h4", "h5", "h6", "summary"],
]);
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

function gather(html: string, enough: number, leaveOut: ReadonlySet<string>): string {
  let words = "";
  readText(html, (text, around) => {
    if (!isIn(around, leaveOut)) words += text;
    return words.length < enough;
  });
  return withoutTurning(words).replace(/\s+/g, " ").trim();
}

/** The text up to a limit of characters, at the end of a word, and a sign that it goes on. */
function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, limit - 1);
  const end = text[limit - 1] === " " ? room.length : room.lastIndexOf(" ");
  const kept = end > limit / 2 ? room.slice(0, end) : room.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:–-]+$/, "")}…`;
}

/** The beginning of a post's HTML as plain text, whole sentences where they fit into `limit` characters; empty if it has no words. */
export function excerpt(html: string, limit = 220): string {
  // A whole sentence more than fits tells where the last that fits ends.
  const enough = limit * 3;
  const text = gather(html, enough, apart) || gather(html, enough, never);
  let end = 0;
  for (const { index, segment } of sentences.segment(text)) {
    const after = index + segment.trimEnd().length;
    if (after > limit) break;
    end = after;
  }
  // A greeting or a heading alone says nothing of what follows it.
  const isEnough = end >= limit / 4 || end === text.length;
  return isEnough ? text.slice(0, end) : cut(text, limit);
}
