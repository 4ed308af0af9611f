/** A passage marked in a post's HTML. */
import { unescapeHtml } from "../markdown/escape.ts";

/** The HTML with the passage marked where it stands in its text first, over whatever elements it goes; unchanged where it does not stand there. */
export function markPassage(html: string, passage: string): string {
  const pieces = html.match(/<[^>]*>|&\w+;|[^<&]/gs) ?? [];
  const { text, places } = readThrough(pieces);
  const wanted = passage.replace(/\s+/g, " ").trim();
  const at = wanted === "" ? -1 : text.indexOf(wanted);
  if (at < 0) return html;
  const first = places[at]!;
  const last = places[at + wanted.length - 1]!;
  let marked = "";
  let isOpen = false;
  for (const [index, piece] of pieces.entries()) {
    const isTag = piece.startsWith("<");
    const isWithin = index >= first && index <= last && !isTag;
    if (isWithin !== isOpen) marked += isWithin ? "<mark>" : "</mark>";
    isOpen = isWithin;
    marked += piece;
  }
  return isOpen ? `${marked}</mark>` : marked;
}

/** What is read of pieces of HTML, and which piece each of its characters is from; between two elements stands a space. */
function readThrough(pieces: readonly string[]) {
  let text = "";
  const places: number[] = [];
  const add = (letters: string, index: number) => {
    for (const letter of letters) {
      const isSpace = /\s/.test(letter);
      if (isSpace && (text === "" || text.endsWith(" "))) continue;
      text += isSpace ? " " : letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push(index);
    }
  };
  for (const [index, piece] of pieces.entries()) {
    if (piece.startsWith("<")) {
      if (/^<\/?(p|li|h\d|td|th|tr|div|pre|blockquote|br|hr|summary|details)\b/.test(piece)) {
        add(" ", index);
      }
    } else {
      add(piece.startsWith("&") ? unescapeHtml(piece) : piece, index);
    }
  }
  return { text, places };
}
