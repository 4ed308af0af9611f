import { createHash } from "node:crypto";
import { isModerator, type Person } from "../permissions.ts";
import { marksOf } from "./signs.ts";

/** A post's marks in short; its words are not in them. */
export interface Prints {
  text: string | null;
  links: string[];
}

/** The prints of what a newcomer writes; null for everybody else, who is never looked at so. */
export function printsOf(person: Person, html: string, url: string | null = null): Prints | null {
  if (person.level >= 1 || isModerator(person)) return null;
  const { text, links } = marksOf(html, url);
  return { text: text && hash("text", text), links: links.map((link) => hash("link", link)) };
}

const hash = (kind: string, words: string) =>
  createHash("sha256").update(`${kind} ${words}`).digest("base64url").slice(0, 22);
