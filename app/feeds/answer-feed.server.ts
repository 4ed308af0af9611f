/** Answers a feed: drawn once for each version of its list, and not at all for who has it already. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Db } from "#db/open.server.ts";
import type { Soon } from "#db/soon.ts";
import { isKnown } from "../http/is-known.ts";
import { markHeader, markOf } from "../http/mark.server.ts";
import { PageCache } from "../http/page-cache.server.ts";
import { readable } from "../markdown/allowed-html.ts";
import { Refusal } from "../refusals.ts";
import { sayIt } from "../strings/say.ts";
import { type FeedForm, feedForm, feedPath, feedTypes, type Listed, type Query } from "./feed.ts";
import { updatedAt, writeFeed } from "./write-feed.ts";

export interface Source {
  /** The path of the list, below which its feeds are. */
  path: string;
  /** What is asked of the list, in one way of saying it. */
  query?: Query;
  /** Changes whenever the feed has changed; null where there is no such list. By as few reads as can be. */
  version: () => Soon<string | number | null>;
  /** Throws Refusal, or a Response that leads elsewhere; says where the next who asks may get more. */
  read: () => Promise<Listed & { isForNow?: boolean }>;
  /** Whoever asks may be refused though another is not: then each reads for themselves. */
  isReadByEach?: boolean;
  /** Of a feed that is one person's own: what opens it, and what tells it from the others. */
  own?: () => { secret: Query; name: string };
}

interface Drawn {
  body: string;
  /** Tells this text from any other. */
  mark: string;
  /** Epoch seconds. */
  updatedAt: number;
}

/** Bytes of feeds that are kept for one handle of a database. */
const MOST_KEPT = 8_000_000;
const kept = new WeakMap<Db, PageCache<Drawn>>();

function keptFor(db: Db): PageCache<Drawn> {
  const cache = kept.get(db) ?? new PageCache<Drawn>(MOST_KEPT);
  kept.set(db, cache);
  return cache;
}

/** The answer to whoever asks for a feed at its address, in the form that its address ends with; a refusal is told in the same type. */
export async function answerFeed(
  { request, context }: Pick<LoaderFunctionArgs, "request" | "context">,
  source: Source,
): Promise<Response> {
  const { forum, visit } = context;
  const { pathname, searchParams } = new URL(request.url);
  const form = feedForm(pathname);
  const isFull = searchParams.get("text") !== "excerpt";
  try {
    const drawn = await takeDrawn(forum.db, source, { form, isFull, origin: forum.origin });
    const headers = headersOf(drawn, source);
    // If-Modified-Since goes unanswered: a post that is taken out, or moved in an order, leaves no newer time.
    if (isKnown(drawn.mark, request.headers.get("If-None-Match"))) {
      return new Response(null, { status: 304, headers });
    }
    headers.set("Content-Type", `${feedTypes[form]}; charset=utf-8`);
    return new Response(drawn.body, { headers });
  } catch (error) {
    if (error instanceof Response) return error;
    if (!(error instanceof Refusal)) throw error;
    visit.retryAfter = error.retryAfter;
    return refuseFeed(form, error);
  }
}

interface Wished {
  form: FeedForm;
  isFull: boolean;
  origin: string;
}

async function takeDrawn(db: Db, source: Source, wished: Wished): Promise<Drawn> {
  const { path, query = {} } = source;
  const version = await source.version();
  const own = source.own?.();
  const address = `${feedPath(path, wished.form, query)} ${wished.isFull} ${own?.name}`;
  const cache = keptFor(db);
  const make = async () => {
    const listed = await source.read();
    const body = writeFeed(listed, { ...wished, path, query, own });
    const page = { body, mark: markOf(body), updatedAt: updatedAt(listed) };
    return { page, bytes: listed.isForNow ? null : 2 * body.length };
  };
  if (version === null) return (await make()).page;
  if (!source.isReadByEach) return cache.take(address, String(version), make);
  const found = cache.find(address, String(version));
  if (found) return found;
  const made = await make();
  return cache.take(address, String(version), async () => made);
}

function headersOf({ mark, updatedAt }: Drawn, { own }: Source): Headers {
  const headers = new Headers({
    ...markHeader(mark),
    "Last-Modified": new Date(updatedAt * 1000).toUTCString(),
  });
  if (!own) return headers;
  headers.set("Cache-Control", "private, no-cache");
  headers.set("X-Robots-Tag", "noindex");
  headers.set("Referrer-Policy", "no-referrer");
  return headers;
}

/** A refusal for a program: its status, and why. */
function refuseFeed(form: FeedForm, { status, said }: Refusal): Response {
  const why = sayIt(said);
  const headers = { "Cache-Control": "no-store" };
  if (form === "json") return Response.json({ error: why }, { status, headers });
  const escaped = readable(why).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<error>${escaped}</error>\n`;
  const type = { "Content-Type": "application/xml; charset=utf-8" };
  return new Response(xml, { status, headers: { ...headers, ...type } });
}
