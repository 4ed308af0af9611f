/** The message that a kept letter becomes. */
import type { Message } from "./mail.ts";

/** What is kept of a letter. */
export interface KeptLetter {
  id: number;
  key: string;
  kind: string;
  address: string;
  subject: string;
  text: string;
  html: string | null;
  /** By name, as JSON. */
  headers: string | null;
  made_at: number;
}

/** Nothing in a header ends its line, whatever was typed into names and titles. */
export const inHeader = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The same letter is the same message however often it is sent. `hashOf` makes its key short. */
export function messageOf(
  letter: KeptLetter,
  host: string,
  hashOf: (key: string) => string,
): Message {
  const headers = JSON.parse(letter.headers ?? "{}") as Record<string, string>;
  return {
    messageId: `<${letter.id}.${hashOf(letter.key)}@${host}>`,
    to: letter.address,
    subject: inHeader(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [inHeader(name), inHeader(value)]),
      ),
    },
    madeAt: letter.made_at,
  };
}
