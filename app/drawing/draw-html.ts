import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** HTML of elements that no script makes live. No reader of HTML keeps a bare carriage return, and a text is shown as it was sent. */
export const drawHtml = (elements: ReactNode): string =>
  renderToStaticMarkup(elements).replaceAll("\r", "&#13;");

/** Small pieces that stand in many pages, by what they are drawn from. */
const drawn = new Map<string, string>();
const MOST_DRAWN = 10_000;

/** The same, drawn once for each key, which names all that the elements are made of. */
export function drawOnce(key: string, elements: () => ReactNode): string {
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const html = drawHtml(elements());
  drawn.set(key, html);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value!);
  return html;
}
