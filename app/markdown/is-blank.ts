import { readText } from "./read-html.ts";

/** What leaves no mark on a page: gaps, controls, letters without a shape. */
const UNSEEN = /[\s\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether nothing of a text's HTML can be read. */
export function isBlank(html: string): boolean {
  let isNothing = true;
  readText(html, (text) => {
    isNothing = text.replace(UNSEEN, "") === "";
    return isNothing;
  });
  return isNothing;
}
