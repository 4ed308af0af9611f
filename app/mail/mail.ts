/** What goes out by mail, and how that ended. */

/** One letter as the mail server is given it. */
export interface Message {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  /** Epoch seconds. */
  madeAt: number;
}

/** How it ended: it was taken; it may be tried later; the address is refused for good; the letter is; or the line broke when the server may have taken it already. */
export type Outcome =
  | { kind: "sent" }
  | { kind: "later"; failure: string; isServerAway: boolean }
  | { kind: "no-such-address"; failure: string }
  | { kind: "refused"; failure: string }
  | { kind: "in-doubt"; failure: string };

/** Hands letters to a mail server, one at a time. */
export interface Mail {
  /** Never rejects. */
  send: (message: Message) => Promise<Outcome>;
  /** Lets go of the server until the next letter. */
  hangUp: () => void;
}
