/** By what a newcomer's post is taken for spam. Everything is counted within a day, so that what is held by mistake is over with it. */
import { unescapeHtml } from "../markdown/escape.ts";
import { isIn, readText } from "../markdown/read-html.ts";
import { thingKey } from "../threads/thing-key.ts";

/** Seconds in which a text or a link is known again. */
export const KNOWN_FOR = 24 * 3600;
/** Seconds in which posts that follow one another are counted, */
export const LATELY = 600;
/** and so many are a sign. */
const MANY = 8;
/** A shorter text is said by many: "Thank you, that helps." */
const LEAST_LETTERS = 60;
/** The same link in so many posts of one newcomer is held; of several, somebody looks. */
const OWN_LINKS = 3;
const LINKS = 4;
/** Links of one post that are compared. */
const MOST_LINKS = 20;

/** What can be known again of a post. */
export interface Marks {
  /** Its own words without what can be changed unseen; null where they are few. */
  text: string | null;
  /** Where its links lead, outside of the forum. */
  links: string[];
}

/** The marks of a post's HTML, and of the address that a thread is about. */
export function marksOf(html: string, url: string | null): Marks {
  let words = "";
  readText(html, (text, around) => {
    if (!isIn(around, quoted)) words += text;
    return true;
  });
  const letters =
    words
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("") ?? "";
  const addresses = [...html.matchAll(/<a [^>]*href="(https?:[^"]*)"/g)].map(([, address = ""]) =>
    unescapeHtml(address),
  );
  if (url) addresses.push(url);
  const links = new Set(addresses.map((address) => thingKey(address) ?? address));
  return {
    text: letters.length >= LEAST_LETTERS ? letters : null,
    links: [...links].slice(0, MOST_LINKS),
  };
}

const quoted = new Set(["blockquote", "details.ai"]);

/** What is known of a newcomer's post and of those before it. */
export interface Signs {
  hasLinks: boolean;
  /** An earlier post of the same newcomer with links stands, or was let go. */
  isTrusted: boolean;
  /** Newcomers' posts of the last day with the same text; of the same newcomer, and of all, with one of its links. */
  sameText: number;
  ownLinks: number;
  allLinks: number;
  /** Posts of the same newcomer in the last minutes, with this one. */
  lately: number;
}

export type SpamSign = "links" | "text" | "link" | "many-links" | "speed";

/** What speaks for spam, and whether the post waits for a look or is only looked at; null where nothing does. */
export function weighSigns(signs: Signs): { sign: SpamSign; isHeld: boolean } | null {
  if (signs.hasLinks && !signs.isTrusted) return { sign: "links", isHeld: true };
  if (signs.sameText > 0) return { sign: "text", isHeld: true };
  if (signs.ownLinks + 1 >= OWN_LINKS) return { sign: "link", isHeld: true };
  if (signs.allLinks + 1 >= LINKS) return { sign: "many-links", isHeld: false };
  return signs.lately === MANY ? { sign: "speed", isHeld: false } : null;
}
