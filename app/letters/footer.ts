/** What stands below every letter that somebody may stop, and what its head tells their mail program. */
import type { Piece } from "../mail/compose-letter.ts";
import { say } from "../strings/say.ts";

interface About {
  origin: string;
  name: string;
  kind: "digest" | "at-once";
  /** The token of the link that stops these letters. */
  stop: string;
}

/** Why it came, and how it is stopped or changed. */
export const footerOf = ({ origin, name, kind, stop }: About): Piece[] => [
  { kind: "words", text: say("letters.why-this", { name, origin: new URL(origin).host }) },
  {
    kind: "link",
    text: say(`letters.footer.stop.${kind}`),
    href: `${origin}/unsubscribe/${stop}`,
  },
  { kind: "link", text: say("letters.footer.change"), href: `${origin}/account/letters` },
];

/** One press in the mail program stops them, without a page (RFC 8058). */
export const headersOf = ({ origin, kind, stop }: About): Record<string, string> => ({
  "List-Unsubscribe": `<${origin}/unsubscribe/${stop}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  "List-Id": `<${kind}.letters.${new URL(origin).hostname}>`,
  Precedence: "bulk",
});

/** Letters about one thread stand together, though nobody was sent its first. */
export function threadHeaders(origin: string, threadId: number): Record<string, string> {
  const first = `<thread.${threadId}@${new URL(origin).hostname}>`;
  return { "In-Reply-To": first, References: first };
}
