/** What is refused before anything of the forum is asked. */
import type { IncomingHttpHeaders } from "node:http";
import { LONGEST } from "../search/question.ts";
import type { MessageKey, Said } from "../strings/say.ts";
import { isSameOrigin } from "./same-origin.ts";

interface Asked {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
}

export interface Screened {
  status: number;
  title: MessageKey;
  text: Said;
}

const LONGEST_ADDRESS = 8 * 1024;
const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Null for a request that may go on, else its status and words. */
export function screenRequest({ method, url, headers }: Asked, origin: string): Screened | null {
  const isReading = method === "GET" || method === "HEAD";
  if (!isReading && method !== "POST") {
    return { status: 405, title: "error.405.title", text: { key: "refused.method" } };
  }
  if (url.length > LONGEST_ADDRESS) {
    return { status: 414, title: "error.414.title", text: tooLong(url) };
  }
  if (!/^\/(?![/\\]|%2f|%5c)[\x21-\x7e]*$/i.test(url) || /%00/.test(url) || !isDecodable(url)) {
    return { status: 400, title: "error.400.title", text: { key: "error.400.text" } };
  }
  if (isReading || isOneClick(url)) return null;
  const sent = { origin: first(headers.origin), secFetchSite: first(headers["sec-fetch-site"]) };
  if (!isSameOrigin(sent, origin)) {
    return { status: 403, title: "error.403.title", text: { key: "refused.origin" } };
  }
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  const isEmpty = headers["content-length"] === "0";
  if (
    headers["content-encoding"] ||
    (type !== "application/x-www-form-urlencoded" && !(type === "" && isEmpty))
  ) {
    return { status: 415, title: "error.405.title", text: { key: "refused.type" } };
  }
  return null;
}

/** Addresses become so long by what was typed to be searched for. */
const tooLong = (url: string): Said =>
  url.startsWith("/search?")
    ? { key: "search.too-long", values: { limit: LONGEST } }
    : { key: "error.414.text" };

/** A mail program stops letters from wherever it is, with a body of either type that is not read (RFC 8058). What the address holds is the right to do so; nothing else is done there. */
const isOneClick = (url: string) => /^\/unsubscribe\/\d+\.[a-z0-9-]+\.[\w-]{43}$/.test(url);

function isDecodable(url: string) {
  try {
    decodeURIComponent(url.split("?")[0] ?? "");
    return true;
  } catch {
    return false;
  }
}
