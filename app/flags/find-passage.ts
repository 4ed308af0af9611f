/** The words that a flag means, in the post as it is read. */
import { readText } from "../markdown/read-html.ts";

/** The text of a post's HTML as somebody reads it, each run of white space as one space. */
export function readableText(html: string): string {
  let text = "";
  readText(html, (piece) => {
    text += piece;
    return true;
  });
  return text.replace(/\s+/g, " ").trim();
}

/** A passage as it stands in a post's HTML, whatever of it is emphasised or a link and however its lines were broken; null where it does not stand there. */
export function findPassage(html: string, wanted: string): string | null {
  const text = readableText(html).normalize("NFC");
  const letters = withoutSpace(wanted.normalize("NFC"));
  if (!letters) return null;
  const at = withoutSpace(text).indexOf(letters);
  if (at < 0) return null;
  const start = placeOf(text, at);
  return text.slice(start, placeOf(text, at + letters.length - 1) + 1);
}

/** Between two paragraphs a browser copies other spaces than the text has. */
const withoutSpace = (text: string) => text.replace(/\s+/g, "");

/** Where the letter stands that is at a place without the spaces. */
function placeOf(text: string, letter: number): number {
  let passed = 0;
  for (let place = 0; place < text.length; place++) {
    if (text[place] === " ") continue;
    if (passed === letter) return place;
    passed++;
  }
  return text.length;
}
