import { seenOf } from "../strings/seen.ts";
import { readPieces } from "./read-html.ts";

/** The source of a formula, and what it keeps room for. */
const unshown = ["annotation", "mphantom"];

/** Whether nothing of a text's HTML can be read. */
export function isBlank(html: string): boolean {
  let isNothing = true;
  readPieces(html, (text, around) => {
    isNothing = seenOf(text) === "" || unshown.some((name) => around.includes(name));
    return isNothing;
  });
  return isNothing;
}
