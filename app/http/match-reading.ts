/** Which page for reading an address is of, found before anything else is asked. */
import type { Readable } from "../drawing/reading-page.ts";

/** What an address asks for. */
export interface Found {
  page: Readable;
  asked: unknown;
  /** The one address of all that ask for it. */
  address: string;
  /** The version that it had when the database held what it numbers so. */
  known?: { state: number; version: number | null };
}

/** A route as Remix builds it. */
interface Route {
  path?: string | undefined;
  index?: boolean | undefined;
  module: { loader?: unknown };
}

/** The same content in another form, at addresses of their own. */
const otherForm = /\.(data|md|json)$/;

export type MatchReading = (url: string) => Found | null;

/** Finds the page of an address among the routes whose loader is made by `reads`: those of a fixed path, and those that end with a name or a number. What no page takes for its own goes on. */
export function matchReading(routes: Iterable<Route>): MatchReading {
  const fixed = new Map<string, Readable>();
  const named = new Map<string, Readable>();
  for (const { path, index, module } of routes) {
    const page = (module.loader as { page?: Readable } | undefined)?.page;
    if (!page || (path === undefined && !index)) continue;
    const folder = /^([\w-]+\/):\w+$/.exec(path ?? "")?.[1];
    if (folder) named.set(`/${folder}`, page);
    else fixed.set(`/${path ?? ""}`, page);
  }
  return (url) => {
    const [path = "", query = ""] = splitOnce(url);
    const end = path.indexOf("/", 1) + 1;
    const isOfFolder = end > 0 && end < path.length && !path.includes("/", end);
    const page = fixed.get(path) ?? (isOfFolder ? named.get(path.slice(0, end)) : undefined);
    if (!page) return null;
    const part = isOfFolder ? decode(path.slice(end)) : "";
    if (part === null || otherForm.test(path)) return null;
    const asked = page.ask(part, new URLSearchParams(query));
    return asked === null ? null : { page, asked, address: page.addressOf(asked) };
  };
}

/** Path and query, without the fragment, which browsers keep to themselves. */
function splitOnce(url: string) {
  const [whole = ""] = url.split("#", 1);
  const at = whole.indexOf("?");
  return at < 0 ? [whole] : [whole.slice(0, at), whole.slice(at + 1)];
}

function decode(part: string): string | null {
  if (!part.includes("%")) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
