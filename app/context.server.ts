/** What every request is handed: the forum, and who is visiting. */
import type { Db } from "#db/open.server.ts";
import type { Mail } from "./mail/mail.ts";
import type { Person } from "./permissions.ts";
import type { HandedBack } from "./refusals.ts";
import type { Said } from "./strings/say.ts";
import type { Scorer } from "./substance/scores.ts";

/** The running forum. */
export interface Forum {
  db: Db;
  /** Scheme and host that addresses begin with. */
  origin: string;
  /** Every limit is multiplied by this. */
  limits: number;
  /** What hands letters to a mail server; left out where none is set. */
  mail?: Mail | null;
  /** The present time in whole seconds since 1970. */
  now: () => number;
  /** What scores texts; undefined where it is switched off. */
  scorer: () => Scorer | undefined;
  /** Lets the consequences of what happened follow, here and now; nobody need wait for it, and it never rejects. */
  deliver: () => Promise<void>;
  /** Takes note of what goes on when its answer has gone, and never rejects: the forum stops when it has ended. */
  goOn?: (work: Promise<void>) => void;
  /** Writes down what broke, and answers the reference to tell. */
  reportError: (error: unknown, where: string) => string;
}

/** One request, and who sent it. */
export interface Visit {
  person: Person | null;
  sessionId: string | null;
  /** The message left for this page by the one that led here. */
  flash: Said | null;
  /** Notices that the person has not read, up to 100. */
  unreadCount: number;
  /** What the person mutes, counted: 0 for who is shown all that others are. */
  muteCount: number;
  /** What waits for moderators, up to 100; left out for everybody else. */
  waitingCount?: number;
  /** The sender's network address, for limits only; never written down. */
  address: string;
  /** Allows this page's own inline scripts; pages for reading have none. */
  nonce: string;
  /** Where the log tells what broke while this was answered. */
  reference: string | null;
  /** The database could not be asked for this answer, or kept nothing of it. */
  isAway: boolean;
  /** The form that comes back with what was typed, so that its page shows itself, to anybody. */
  handedBack: HandedBack | null;
  /** Seconds until what was refused may be tried again, for its header. */
  retryAfter?: number | undefined;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    forum: Forum;
    visit: Visit;
  }
}
