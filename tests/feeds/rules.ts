/** What RFC 4287 asks of an Atom feed, and JSON Feed 1.1 of one as JSON: what breaks it, in words. */
import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import Parser from "rss-parser";

/** A time as RFC 3339 writes it. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
/** All but what XML 1.0 calls a character. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const unescapeXml = (text: string) =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

/** The elements of a text in which nothing but elements, CDATA and the first line is; throws where one is not closed. */
export function readXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const pieces =
    /<!\[CDATA\[(.*?)\]\]>|<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|([^<]+)|(<\?xml[^>]*\?>)|(.)/gs;
  for (const [, cdata, closing, name, attributes, empty, text, , stray] of xml.matchAll(pieces)) {
    const inside = open.at(-1)!;
    if (stray !== undefined) throw new Error(`a loose ${stray}`);
    if (text !== undefined && /&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) {
      throw new Error("a loose &");
    }
    if (cdata !== undefined) inside.text += cdata;
    else if (text !== undefined) inside.text += unescapeXml(text);
    else if (closing) {
      if (open.pop()!.name !== name) throw new Error(`${name} is closed where it is not open`);
    } else if (name) {
      const pairs = [...(attributes ?? "").matchAll(/([\w:]+)="([^"]*)"/g)];
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescapeXml(value!)])),
        children: [],
        text: "",
      };
      inside.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error("not one element");
  return root.children[0]!;
}

const all = (element: Element, name: string) =>
  element.children.filter((child) => child.name === name);
const textOf = (element: Element, name: string) => all(element, name)[0]?.text.trim() ?? "";
const isAbsolute = (address: string | undefined) => /^https?:\/\/[^/\s]+\/\S*$/.test(address ?? "");

/** Rules for what feed and entry have both. */
function shapeProblems(element: Element): string[] {
  const problems: string[] = [];
  const say = (problem: string) => problems.push(`${element.name}: ${problem}`);
  for (const name of ["id", "title", "updated"]) {
    if (all(element, name).length !== 1) say(`not one ${name}`);
    if (textOf(element, name) === "") say(`an empty ${name}`);
  }
  for (const name of ["subtitle", "published", "content", "summary", "rights", "generator"]) {
    if (all(element, name).length > 1) say(`several ${name}`);
  }
  if (!isAbsolute(textOf(element, "id"))) say("its id is not absolute");
  for (const name of ["updated", "published"]) {
    for (const { text } of all(element, name)) if (!DATE.test(text)) say(`${name} is ${text}`);
  }
  for (const { attributes } of all(element, "link")) {
    if (!isAbsolute(attributes.href)) say(`a link to ${attributes.href}`);
  }
  const alternates = all(element, "link").filter(
    ({ attributes }) => attributes.rel === "alternate",
  );
  if (alternates.length !== 1) say("not one way to its page");
  for (const author of all(element, "author")) {
    if (all(author, "name").length !== 1 || textOf(author, "name") === "") say("a nameless author");
    if (!isAbsolute(textOf(author, "uri"))) say("an author without an address");
  }
  for (const { attributes } of all(element, "category")) {
    if (!attributes.term) say("a category without a term");
  }
  return problems;
}

/** What is wrong with a text as an Atom feed, by RFC 4287. */
export function atomProblems(xml: string): string[] {
  const problems: string[] = [];
  const character = NO_CHARACTER.exec(xml);
  if (character) problems.push(`XML has no character ${character[0].codePointAt(0)}`);
  const feed = readXml(xml);
  if (feed.name !== "feed") problems.push("no feed");
  if (feed.attributes.xmlns !== "http://www.w3.org/2005/Atom") problems.push("not Atom's names");
  const entries = all(feed, "entry");
  problems.push(...[feed, ...entries].flatMap(shapeProblems));
  const selves = all(feed, "link").filter(({ attributes }) => attributes.rel === "self");
  if (selves.length !== 1) problems.push("not one address of its own");
  if (all(feed, "author").length === 0) problems.push("no author");
  const ids = entries.map((entry) => textOf(entry, "id"));
  if (new Set(ids).size < ids.length) problems.push("two entries of one id");
  for (const entry of entries) {
    const [content] = all(entry, "content");
    if (!content && all(entry, "summary").length === 0) problems.push("nothing in an entry");
    if (content && content.attributes.type !== "html") problems.push("content that is no HTML");
  }
  return problems;
}

type Item = Record<string, unknown> & { authors?: Record<string, unknown>[] };

/** What is wrong with a text as a JSON Feed, by its version 1.1. */
export function jsonProblems(json: string): string[] {
  const problems: string[] = [];
  const feed = JSON.parse(json) as Item & { items: Item[] };
  if (feed.version !== "https://jsonfeed.org/version/1.1") problems.push("another version");
  if (typeof feed.title !== "string" || feed.title === "") problems.push("no title");
  if (feed.language !== "en") problems.push("no language");
  if (!Array.isArray(feed.items)) return [...problems, "no items"];
  for (const name of ["home_page_url", "feed_url"]) {
    if (!isAbsolute(feed[name] as string)) problems.push(`${name} is ${feed[name]}`);
  }
  for (const item of feed.items) {
    if (typeof item.id !== "string" || item.id === "") problems.push("an item without an id");
    if (!isAbsolute(item.url as string)) problems.push(`an item at ${item.url}`);
    if (typeof (item.content_html ?? item.content_text) !== "string") problems.push("no content");
    for (const name of ["date_published", "date_modified"]) {
      if (!DATE.test(String(item[name]))) problems.push(`${name} is ${item[name]}`);
    }
    for (const author of item.authors ?? []) {
      if (!author.name || !isAbsolute(author.url as string)) problems.push("an author unknown");
    }
  }
  const ids = feed.items.map(({ id }) => id);
  if (new Set(ids).size < ids.length) problems.push("two items of one id");
  return problems;
}

export interface ReadEntry {
  id: string;
  title: string;
  author: string | undefined;
  html: string;
  link: string;
  updated: string;
}

export interface ReadFeed {
  title: string;
  id: string;
  self: string;
  page: string;
  entries: ReadEntry[];
}

/** A feed as readers' programs understand it: an Atom feed by two of them, which must agree. Throws where it breaks a rule. */
export async function readFeed(answer: Response): Promise<ReadFeed> {
  const text = await answer.text();
  const isAtom = /^application\/atom\+xml;/.test(answer.headers.get("Content-Type") ?? "");
  const problems = isAtom ? atomProblems(text) : jsonProblems(text);
  if (problems.length > 0) throw new Error(problems.join("; "));
  return isAtom ? readAtom(text) : readJson(text);
}

async function readAtom(xml: string): Promise<ReadFeed> {
  const feed = parseAtomFeed(xml);
  const linkOf = (links: typeof feed.links, rel: string) =>
    links?.find((link) => link.rel === rel)?.href ?? "";
  const entries = (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? "",
    title: entry.title?.value ?? "",
    author: entry.authors?.[0]?.name,
    html: entry.content?.value ?? entry.summary?.value ?? "",
    link: linkOf(entry.links, "alternate"),
    updated: entry.updated ?? "",
  }));
  const other = await new Parser().parseString(xml);
  const ids = other.items.map(({ id }) => id);
  if (ids.join() !== entries.map(({ id }) => id).join()) throw new Error("they read other entries");
  const links = other.items.map(({ link }) => link);
  if (links.join() !== entries.map(({ link }) => link).join()) throw new Error("other links");
  return {
    title: feed.title?.value ?? "",
    id: feed.id ?? "",
    self: linkOf(feed.links, "self"),
    page: linkOf(feed.links, "alternate"),
    entries,
  };
}

function readJson(json: string): ReadFeed {
  const feed = parseJsonFeed(JSON.parse(json));
  return {
    title: feed.title ?? "",
    id: "",
    self: feed.feed_url ?? "",
    page: feed.home_page_url ?? "",
    entries: (feed.items ?? []).map((item) => ({
      id: item.id ?? "",
      title: item.title ?? "",
      author: item.authors?.[0]?.name,
      html: item.content_html ?? item.content_text ?? "",
      link: item.url ?? "",
      updated: String(item.date_modified ?? ""),
    })),
  };
}
