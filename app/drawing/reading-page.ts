/** What a page for reading is: drawn once for everybody of a kind, with slots for what is each reader's own. */
import type { ReactNode } from "react";
import type { Db } from "#db/open.server.ts";
import type { Role } from "#db/schema.ts";
import type { Soon } from "#db/soon.ts";
import type { Person } from "../permissions.ts";
import type { Said } from "../strings/say.ts";
import type { Descriptor } from "../ui/page-head.ts";
import type { Own, Slots } from "./slots.ts";

/** Readers for whom a page is the same but for its slots. */
export interface Audience {
  /** Null for everybody who is not signed in. */
  role: Role | null;
  /** What else the page is drawn by; empty for most. */
  variant: string;
}

/** How a page is drawn. */
export interface Drawing extends Audience {
  /** Null for who is not signed in: nothing of that page is anybody's own. */
  slots: Slots | null;
  /** Scheme and host that addresses begin with. */
  origin: string;
  /** What the one reader for whom it is drawn does not wish to see: threads of a list, posts of a thread, by their ids; nothing for everybody else. */
  hidden: ReadonlySet<number>;
}

/** A signed-in reader of one page at one moment. */
export interface Reading {
  db: Db;
  person: Person;
  /** Epoch seconds. */
  now: number;
  /** Somebody looks at the page: not only its headers are asked for, and no browser fetches it in case. */
  isOpened: boolean;
  flash: Said | null;
  /** Notices that the person has not read, up to 100. */
  unreadCount: number;
  /** What the person mutes, counted. */
  muteCount: number;
  /** What waits for moderators, up to 100; left out for everybody else. */
  waitingCount?: number | undefined;
}

/** What a reader brings to a page before it is drawn: which variant it is, and what fills its slots. */
export interface Brought {
  variant: string;
}

export interface Drawn<Facts> {
  head: Descriptor[];
  /** The page's own path. */
  pathname: string;
  body: ReactNode;
  /** What must be known of the drawn page to fill its slots; kept with it. */
  facts: Facts;
}

/** A page that many read and that its address and its version tell apart. */
export interface ReadingPage<Asked, Shared, Facts = null, Brings extends Brought = Brought> {
  /** What the last part of an address and its query ask for; null for what is no such page. */
  ask: (part: string, query: URLSearchParams) => Asked | null;
  /** One address for all addresses of the same page. */
  addressOf: (asked: Asked) => string;
  /** Changes whenever what the page shows has changed; null where there is none. By one cheap read, answered at once where it can be. */
  versionOf: (db: Db, asked: Asked) => Soon<number | null>;
  /** Throws Refusal, or a Response that leads elsewhere. The reader is handed in only for what is each reader's own. */
  read: (db: Db, asked: Asked, reader?: Reading) => Promise<Shared>;
  draw: (shared: Shared, drawing: Drawing) => Drawn<Facts>;
  /** Whether what is asked for is each reader's own: it is read and drawn for them alone, and who is not signed in is led there first. */
  isOwn?: (asked: Asked) => boolean;
  bring?: (reading: Reading, asked: Asked) => Promise<Brings>;
  /** What of a drawn page its reader does not wish to see; asked only where somebody mutes anything. Where there is any, the page is drawn again for them alone. */
  findHidden?: (reading: Reading, facts: Facts, asked: Asked) => Promise<ReadonlySet<number>>;
  /** Marks those of the reader's unread notices as read that tell of what the page shows; answers how many those were. */
  markRead?: (reading: Reading, facts: Facts) => Promise<number>;
  /** What stands in the slots for one reader: an object of its own at each call, into which what the frame's slots say is put. */
  own?: (reading: Reading, facts: Facts, brought: Brings) => Promise<Own>;
}

/** A page as it is kept. */
export interface DrawnPage {
  status: number;
  html: string;
  slots: Slots | null;
  /** Of the page's own kind; null for an error page. */
  facts: unknown;
  /** The path that the masthead marks. */
  pathname: string;
}

/** For whom a page is wanted. */
export interface Wanted extends Audience {
  origin: string;
  /** The one reader for whom it is drawn; left out where many share it. */
  reader?: Reading;
  hidden?: ReadonlySet<number>;
}

/** A reading page as the server is handed it, whatever its kind. */
export interface Readable {
  ask: (part: string, query: URLSearchParams) => unknown;
  addressOf: (asked: unknown) => string;
  versionOf: (db: Db, asked: unknown) => Soon<number | null>;
  bring: (reading: Reading, asked: unknown) => Promise<Brought>;
  /** The page, or the error page for what it refuses; a Response where it leads elsewhere. */
  draw: (db: Db, asked: unknown, drawing: Wanted) => Promise<DrawnPage | Response>;
  isOwn: (asked: unknown) => boolean;
  findHidden: (reading: Reading, page: DrawnPage, asked: unknown) => Promise<ReadonlySet<number>>;
  own: (reading: Reading, page: DrawnPage, brought: Brought) => Promise<Own>;
}
