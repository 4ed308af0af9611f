/** Where a paragraph ends because one of our own blocks begins, without an empty line between. */
import type { MarkedExtension } from "marked";

/** A line that begins a block of ours, or one that ends the paragraph anyhow: so all searches of a text together read it about once. */
const next =
  /\n(?:[ \t]*(?:\n|$)| {0,3}(?:>|#{1,6}[ \t]|`{3}|~{3}|(?:[-+*]|1[.)])[ \t]|-{3}|_{3}|\*{3})|( {0,3}(?:<details>|\$\$|\[\^[^\]\s[]{1,100}\]:)))/i;
const begins = /^ {0,3}(?:<details>|\$\$|\[\^[^\]\s[]{1,100}\]:)/i;
/** Lines of a text that only looked like a beginning; past them no more are looked for, since marked reads a paragraph again after each. */
const MOST_FALSE = 100;

/** For one text, since it counts. Before the blocks themselves, for marked asks them first then. */
export function beginnings(): MarkedExtension {
  let misses = 0;
  return {
    extensions: [
      {
        name: "beginning",
        level: "block",
        start: (src) => {
          const found = misses < MOST_FALSE ? next.exec(src) : null;
          return found?.[1] === undefined ? undefined : found.index + 1;
        },
        tokenizer: (src) => {
          if (begins.test(src)) misses++;
          return undefined;
        },
      },
    ],
  };
}
