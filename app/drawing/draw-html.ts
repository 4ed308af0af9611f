import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** HTML of elements that no script makes live. No reader of HTML keeps a bare carriage return, and a text is shown as it was sent. */
export const drawHtml = (elements: ReactNode): string =>
  renderToStaticMarkup(elements).replaceAll("\r", "&#13;");

/** Small pieces that stand in many pages, by what they are drawn from: those of late, and those of before. */
let late = new Map<string, string>();
let before = new Map<string, string>();
const MOST_OF_LATE = 5_000;

/** The same, drawn once for each key, which names all that the elements are made of; what nobody asks for any more is forgotten. */
export function drawOnce(key: string, elements: () => ReactNode): string {
  const known = late.get(key);
  if (known !== undefined) return known;
  const html = before.get(key) ?? drawHtml(elements());
  late.set(key, html);
  if (late.size > MOST_OF_LATE) {
    before = late;
    late = new Map();
  }
  return html;
}
