/** Code, coloured by class names where its language is known and it is not too long. */
import hljs from "highlight.js/lib/core";
import type { MarkedExtension } from "marked";
import { escapeHtml } from "./escape.ts";
import { languages } from "./languages.ts";

for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);

/** Characters of code that are coloured in one text and in one piece, for the time grows faster than they do. */
const MOST_COLOURED = 24_000;
const LONGEST_COLOURED = 12_000;
/** What holds highlight.js up most: packed code, which colours do not make readable. */
const packed = /\S{400}/;

/** The language that the line of a fence names, if it is one that a class may carry. */
function readLanguage(line: string | undefined): string {
  return /^\{?\.?([a-z0-9+#-]{1,30})(?![^\s,:{}])/.exec(line?.toLowerCase() ?? "")?.[1] ?? "";
}

/** For one text, since it counts. */
export function code(): MarkedExtension {
  let left = MOST_COLOURED;
  return {
    renderer: {
      code({ text, lang }) {
        const source = text.replace(/\n$/, "");
        const language = readLanguage(lang);
        let inside = escapeHtml(source);
        const short = source.length <= Math.min(left, LONGEST_COLOURED);
        if (short && hljs.getLanguage(language) && !packed.test(source)) {
          left -= source.length;
          inside = hljs.highlight(source, { language, ignoreIllegals: true }).value;
        }
        const name = language ? ` class="language-${language}"` : "";
        return `<pre tabindex="0"><code${name}>${inside}\n</code></pre>\n`;
      },
    },
  };
}
