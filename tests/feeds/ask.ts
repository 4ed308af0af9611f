/** Asks for a feed as a program that reads feeds does, and reads what it is answered. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { loader as following } from "#app/routes/following-feed.ts";
import { loader as front } from "#app/routes/front-feed.ts";
import { loader as log } from "#app/routes/log-feed.ts";
import { loader as person } from "#app/routes/person-feed.ts";
import { loader as search } from "#app/routes/search-feed.ts";
import { loader as thread } from "#app/routes/thread-feed.ts";
import { loader as topic } from "#app/routes/topic-feed.ts";
import type { Db } from "#db/open.server.ts";
import { START } from "../forum.ts";
import { visit } from "../routes/visit.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;

/** By what the path of a list begins with, and the name that its last part has. */
const loaders: [RegExp, Loader][] = [
  [/^\/topics\/(?<topic>[^/]+)\/feed\./, topic],
  [/^\/threads\/(?<thread>[^/]+)\/feed\./, thread],
  [/^\/people\/(?<name>[^/]+)\/feed\./, person],
  [/^\/search\/feed\./, search],
  [/^\/log\/feed\./, log],
  [/^\/following\/feed\./, following],
  [/^\/feed\./, front],
];

interface Asking {
  headers?: Record<string, string>;
  /** Epoch seconds. */
  now?: number;
}

/** The answer to whoever asks for a feed by its path. */
export async function askFeed(
  db: Db,
  path: string,
  { headers = {}, now = START }: Asking = {},
): Promise<Response> {
  for (const [pattern, loader] of loaders) {
    const match = pattern.exec(path);
    if (!match) continue;
    const params = Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]),
    );
    const args = visit(db, path, { params, now });
    for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
    return loader(args);
  }
  throw new Error(`${path} is no feed.`);
}
