/** Reads HTML that the cleaner has written: no comments, every `<` a tag, every `>` inside a value escaped. */
import { unescapeHtml } from "./escape.ts";

/** Calls back for each piece of text, once decoded, with the names of the elements around it, outermost first. */
export function readText(html: string, tell: (text: string, around: readonly string[]) => boolean) {
  const around: string[] = [];
  for (const [, closing, name, text] of html.matchAll(/<(\/?)([a-z\d]+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) {
      if (!tell(unescapeHtml(text), around)) return;
    } else if (closing) {
      around.pop();
    } else if (name === "br" || name === "hr" || name === "input") {
      if (!tell("\n", around)) return;
    } else if (name) {
      around.push(name);
    }
  }
}
