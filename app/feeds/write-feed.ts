/** Writes feeds as Atom 1.0 and as JSON Feed 1.1. */
import { generateAtomFeed, generateJsonFeed } from "feedsmith";
import { personPath } from "../accounts/person-link.tsx";
import { readable } from "../markdown/allowed-html.ts";
import { say } from "../strings/say.ts";
import { type Entry, type FeedForm, feedPath, feedTypes, type Listed, type Query } from "./feed.ts";

export interface Writing {
  form: FeedForm;
  /** Scheme and host that addresses begin with. */
  origin: string;
  /** Of the feed's own address: the list's path, and what is asked of it. */
  path: string;
  query: Query;
  /** Of a feed that is one person's own: what its address has besides, and its id instead. */
  own?: { secret: Query; name: string } | undefined;
  /** Whether entries have all of their text, or its beginning alone. */
  isFull: boolean;
}

/** When the newest of a list changed, in epoch seconds. */
export const updatedAt = ({ entries, since }: Listed): number =>
  entries.reduce((latest, entry) => Math.max(latest, entry.updatedAt), since);

/** The text of a feed. */
export const writeFeed = (listed: Listed, writing: Writing): string =>
  writing.form === "xml" ? writeAtom(listed, writing) : writeJson(listed, writing);

const LANGUAGE = "en";
const dateOf = (at: number) => new Date(at * 1000);

function selfOf({ origin, path, query, own, isFull, form }: Writing): string {
  const text: Query = isFull ? {} : { text: "excerpt" };
  return origin + feedPath(path, form, { ...query, ...text, ...own?.secret });
}

/** No text may be empty once its ends are cut, and none may have signs that XML forbids. */
const shown = (text: string, instead = "–") => readable(text).trim() || instead;

function writeAtom(listed: Listed, writing: Writing): string {
  const { origin, path, query, own } = writing;
  return generateAtomFeed(
    {
      // The same in either form and with any text: one list, one id.
      id: `${origin}${feedPath(path, "xml", query)}${own ? `#${own.name}` : ""}`,
      title: { value: shown(listed.title) },
      subtitle: { value: shown(listed.description) },
      updated: dateOf(updatedAt(listed)),
      authors: [{ name: say("forum.name"), uri: `${origin}/` }],
      links: [
        { href: selfOf(writing), rel: "self", type: feedTypes.xml },
        { href: origin + listed.page, rel: "alternate", type: "text/html" },
      ],
      xml: { lang: LANGUAGE },
      entries: listed.entries.map((entry) => atomEntry(entry, writing)),
    },
    { strict: true },
  );
}

const atomEntry = (entry: Entry, { origin, isFull }: Writing) => ({
  id: entry.id,
  title: { value: shown(entry.title, entry.id) },
  updated: dateOf(entry.updatedAt),
  published: dateOf(entry.publishedAt),
  ...(entry.author && {
    authors: [{ name: shown(entry.author), uri: origin + personPath(entry.author) }],
  }),
  categories: entry.topics.map((topic) => ({ term: shown(topic) })),
  links: [
    { href: entry.address, rel: "alternate", type: "text/html" },
    ...(entry.about ? [{ href: entry.about, rel: "related" }] : []),
  ],
  ...(isFull && entry.html
    ? { content: { value: shown(entry.html), type: "html" } }
    : { summary: { value: shown(entry.excerpt, shown(entry.title)), type: "text" } }),
});

function writeJson(listed: Listed, writing: Writing): string {
  const { origin } = writing;
  const feed = generateJsonFeed(
    {
      title: shown(listed.title),
      description: shown(listed.description),
      home_page_url: origin + listed.page,
      feed_url: selfOf(writing),
      language: LANGUAGE,
      authors: [{ name: say("forum.name"), url: `${origin}/` }],
      items: listed.entries.map((entry) => jsonItem(entry, writing)),
    },
    { strict: true },
  ) as { items?: unknown[] };
  // What is empty is left out there, but a feed without items is none.
  return `${JSON.stringify({ ...feed, items: feed.items ?? [] })}\n`;
}

function jsonItem(entry: Entry, { origin, isFull }: Writing) {
  const text =
    isFull && entry.html
      ? { content_html: shown(entry.html) }
      : { content_text: shown(entry.excerpt, shown(entry.title)) };
  return {
    id: entry.id,
    url: entry.address,
    title: shown(entry.title, entry.id),
    ...text,
    date_published: dateOf(entry.publishedAt),
    date_modified: dateOf(entry.updatedAt),
    ...(entry.author && {
      authors: [{ name: shown(entry.author), url: origin + personPath(entry.author) }],
    }),
    ...(entry.topics.length > 0 && { tags: entry.topics.map((topic) => shown(topic)) }),
    ...(entry.about && { external_url: entry.about }),
  };
}
