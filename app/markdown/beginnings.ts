/** Where a paragraph ends because one of our own blocks begins, without an empty line between. */
import type { MarkedExtension } from "marked";

/** A line that begins a block of ours, or the empty line that ends the paragraph anyhow: so all searches of a text together read it once. */
const next = /\n(?:[ \t]*(?:\n|$)|( {0,3}(?:<details>|\$\$|\[\^[^\]\s[]{1,100}\]:)))/i;

export const beginnings: MarkedExtension = {
  extensions: [
    {
      name: "beginning",
      level: "block",
      start: (src) => {
        const found = next.exec(src);
        return found?.[1] === undefined ? undefined : found.index + 1;
      },
      tokenizer: () => undefined,
    },
  ],
};
