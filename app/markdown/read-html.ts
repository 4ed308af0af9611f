/** Reads HTML that the cleaner has written: no comments, every `<` a tag, every `>` inside a value escaped. */
import { unescapeHtml } from "./escape.ts";

type Tell = (text: string, around: readonly string[]) => boolean;

/** Calls back for each piece of text, once decoded, with the elements around it, outermost first: their names, and `name.class` for those that have a class; until it says no. A formula is its TeX. */
export const readText = (html: string, tell: Tell): void =>
  readPieces(html, (text, around) => {
    // What a formula is made of says nothing without its places.
    const isLoose = around.includes("math") && around.at(-1) !== "annotation";
    return isLoose || tell(text, around);
  });

/** As `readText`, but calls back for what a formula is made of, too. */
export function readPieces(html: string, tell: Tell): void {
  const around: string[] = [];
  for (const [, closing, name, attributes, text] of html.matchAll(
    /<(\/?)([a-z\d]+)([^>]*)>|([^<]+)/g,
  )) {
    if (text !== undefined) {
      if (!tell(unescapeHtml(text), around)) return;
    } else if (closing) {
      around.pop();
    } else if (name === "br" || name === "hr" || name === "input") {
      if (!tell("\n", around)) return;
    } else if (name) {
      const kind = / class="([^"]*)"/.exec(attributes ?? "")?.[1];
      around.push(kind ? `${name}.${kind}` : name);
    }
  }
}

/** Whether one of the elements around is of these kinds, named with or without its class. */
export const isIn = (around: readonly string[], kinds: ReadonlySet<string>) =>
  around.some((each) => kinds.has(each) || kinds.has(each.replace(/\..*/, "")));
