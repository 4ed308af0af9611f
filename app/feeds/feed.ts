/** A list as a feed: what is new in it, for programs that read for people. */

/** Atom or JSON Feed, by the end of its address. */
export type FeedForm = "xml" | "json";
export const feedForms: readonly FeedForm[] = ["xml", "json"];

export const feedTypes: Record<FeedForm, string> = {
  xml: "application/atom+xml",
  json: "application/feed+json",
};

/** One thing of a list. Addresses are absolute, times are epoch seconds. */
export interface Entry {
  /** Never changes, whatever is edited. */
  id: string;
  address: string;
  title: string;
  /** Null where nobody is known to have done it. */
  author: string | null;
  publishedAt: number;
  updatedAt: number;
  /** All of it; empty for what was withdrawn. */
  html: string;
  /** Its beginning, as plain text. */
  excerpt: string;
  topics: string[];
  /** The address of the thing discussed. */
  about: string | null;
}

/** What a list holds at one moment. */
export interface Listed {
  title: string;
  description: string;
  /** The path of the page that shows the same. */
  page: string;
  /** Epoch seconds: how old it is while it is empty. */
  since: number;
  entries: Entry[];
}

export type Query = Readonly<Record<string, string>>;

/** The path of the feed of a list, by the path of its page. */
export function feedPath(path: string, form: FeedForm, query: Query = {}): string {
  const asked = String(new URLSearchParams(query));
  return `${path === "/" ? "" : path}/feed.${form}${asked && `?${asked}`}`;
}

/** Which form an address asks for. */
export const feedForm = (pathname: string): FeedForm =>
  /\.json(\.data)?$/.test(pathname) ? "json" : "xml";
