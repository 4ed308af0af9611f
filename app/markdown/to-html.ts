/** Markdown → safe HTML, in the thread that calls it: run it in the worker, for it may take its time. */
import { type Known, nothingKnown } from "../references/known.ts";
import { cleanHtml, readable } from "./allowed-html.ts";
import { guardLength, guardSize, mostHtml } from "./guards.ts";
import { makeForumParser } from "./parser.ts";
import { Place } from "./place.ts";

/** The text as safe HTML. Throws `TooMuch` for a text that asks for more than a page can hold. */
export function toHtml(markdown: string, known: Known = nothingKnown): string {
  guardLength(markdown);
  const place = new Place(markdown, known);
  const html = makeForumParser(place).parse(markdown, { async: false });
  guardSize(html, markdown);
  const clean = cleanHtml(html);
  guardSize(clean, markdown);
  // The formulas come from the text as it was typed.
  return readable(place.formulas.put(clean, mostHtml(markdown)));
}
