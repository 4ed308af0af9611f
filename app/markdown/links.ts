/** Links say where they lead; a picture is a link with a label, since no page makes a browser call another host. */
import type { MarkedExtension, Tokens } from "marked";
import { say } from "../strings/say.ts";
import { readTarget, realHost, type Target } from "./addresses.ts";
import { escapeHtml } from "./escape.ts";
import type { Place } from "./place.ts";
import { readReferences } from "./read-references.ts";

const anchor = (target: Target, title: string | null | undefined, inside: string) =>
  `<a href="${escapeHtml(target.href)}"${title ? ` title="${escapeHtml(title)}"` : ""}>${inside}</a>`;

/** The words of a piece of HTML that is not cleaned yet. */
const wordsOf = (html: string) => readReferences(html.replace(/<[^>]*>/g, ""));

/** The label of a picture. */
function label(words: string, host: string): string {
  if (words) {
    return host
      ? say("markdown.picture", { words, host })
      : say("markdown.picture.no-host", { words });
  }
  return host ? say("markdown.picture.no-words", { host }) : say("markdown.picture.bare");
}

/** For one text, whose place it is told. */
export function links(place: Place): MarkedExtension {
  return {
    renderer: {
      link({ href, title, text, tokens, autolink }: Tokens.Link) {
        const target = readTarget(href);
        const outer = place.insideLink;
        place.insideLink = outer || target !== null;
        const inside = autolink ? escapeHtml(text) : this.parser.parseInline(tokens);
        place.insideLink = outer;
        const words = wordsOf(inside);
        if (!target) {
          return words.includes(href) ? inside : `${inside} (${escapeHtml(href)})`;
        }
        const shown = words.trim() ? inside : escapeHtml(target.href);
        const host = target.url && realHost(words, target.url);
        // The isolates keep a reversed text before the host from reversing the host.
        const beside = host ? ` \u2068(${escapeHtml(host)})\u2069` : "";
        return anchor(target, title, shown) + beside;
      },
      image({ href, title, text, tokens }: Tokens.Image) {
        const outer = place.insideLabel;
        place.insideLabel = true;
        const plain = tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text;
        place.insideLabel = outer;
        const words = readReferences(plain).trim();
        const target = readTarget(href);
        const linked = target && target.url?.protocol !== "mailto:" && !place.insideLink;
        const inside = escapeHtml(label(words, (linked && target.url?.host) || ""));
        return linked ? anchor(target, title, inside) : inside;
      },
    },
  };
}
