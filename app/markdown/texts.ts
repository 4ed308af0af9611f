/** The words of a text: people who are mentioned become links, codes become emoji. */
import type { MarkedExtension } from "marked";
import { nameKey } from "../names/name-key.ts";
import { findMentions } from "../references/find.ts";
import { setEmoji } from "./emoji.ts";
import { escapeHtml } from "./escape.ts";
import type { Place } from "./place.ts";
import { readReferences } from "./read-references.ts";

/** Different names that are looked for in one text; no more are known. */
const MOST_NAMES = 200;

const write = (words: string) => escapeHtml(readReferences(setEmoji(words)));

/** For one text, whose place it is told. */
export function texts(place: Place): MarkedExtension {
  const shown = new Map(place.known.people.map((name) => [nameKey(name), name]));
  const asked = new Map<string, string | undefined>();

  function find(typed: string): string | undefined {
    if (!asked.has(typed) && asked.size < MOST_NAMES) asked.set(typed, shown.get(nameKey(typed)));
    return asked.get(typed);
  }

  function withMentions(words: string): string {
    let html = "";
    let done = 0;
    for (const { names, at } of findMentions(words)) {
      const name = names.find((typed) => find(typed) !== undefined);
      const person = name && find(name);
      if (!name || !person) continue;
      const path = `/people/${encodeURIComponent(person)}`;
      html += write(words.slice(done, at));
      html += `<a class="mention" href="${path}">@${escapeHtml(person)}</a>`;
      done = at + "@".length + name.length;
    }
    return html + write(words.slice(done));
  }

  return {
    renderer: {
      text(token) {
        if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
        const mayMention = shown.size > 0 && !place.insideLink && !place.isApart;
        return mayMention ? withMentions(token.text) : write(token.text);
      },
    },
  };
}
