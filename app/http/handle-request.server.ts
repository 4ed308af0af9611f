/** One request, from the socket to the answer: screened, read, known, answered by Remix. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cannotWrite } from "#db/write.server.ts";
import type { Forum, Visit } from "../context.server.ts";
import { TRY_AGAIN } from "../refusals.ts";
import { awayAnswer } from "./away-answer.ts";
import { holdsSecret } from "./path-for-log.ts";
import { plainPage } from "./plain-page.ts";
import { readBody } from "./read-body.server.ts";
import { recogniseVisitor } from "./recognise-visitor.server.ts";
import { screenRequest } from "./screen-request.ts";
import { contentSecurityPolicy } from "./security-headers.ts";
import { sendAnswer } from "./send-answer.server.ts";

export type AnswerPage = (
  request: Request,
  context: { forum: Forum; visit: Visit },
) => Promise<Response>;

interface Serving {
  forum: Forum;
  proxyHops: number;
  answerPage: AnswerPage;
  /** Whether an address is of a page for reading, which takes no form. */
  isReading: (url: string) => boolean;
}

/** Answers whatever is not a file of the forum's own. */
export async function handleRequest(
  serving: Serving,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const url = incoming.url ?? "/";
  const method = incoming.method ?? "GET";
  const screened = screenRequest({ method, url, headers: incoming.headers }, serving.forum.origin);
  if (screened) {
    return refuse(outgoing, screened.status, plainPage(screened.title, screened.text));
  }
  if (method === "POST" && serving.isReading(url)) {
    const page = plainPage("error.405.title", { key: "refused.method" });
    outgoing.setHeader("Allow", "GET, HEAD");
    return refuse(outgoing, 405, page);
  }
  const body = method === "POST" ? await readBody(incoming) : undefined;
  if (body === null) {
    outgoing.setHeader("Connection", "close");
    const text = { key: "form.too-long-to-read", values: { limit: "1 MB" } } as const;
    return refuse(outgoing, 413, plainPage("error.413.title", text));
  }
  const answered = await askPages(serving, incoming, outgoing, body).catch((error: unknown) => {
    if (!cannotWrite(error)) throw error;
    serving.forum.reportError(error, url);
    return null;
  });
  if (answered) return sendAnswer(outgoing, answered);
  sayAway(incoming, outgoing, body ? body.toString("utf8") : null);
}

/** Answers that the database is away, with the form that was sent, if one was. */
export function sayAway(
  { url = "/", headers }: IncomingMessage,
  outgoing: ServerResponse,
  form: string | null,
) {
  const { type, text } = awayAnswer({ url, accept: headers.accept, form });
  outgoing.setHeader("Retry-After", String(TRY_AGAIN));
  refuse(outgoing, 503, text, type);
}

/** What the pages answer; null where the database was away meanwhile. */
async function askPages(
  { forum, proxyHops, answerPage }: Serving,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer | undefined,
): Promise<Response | null> {
  const { visit, cookie } = await recogniseVisitor(forum, incoming, proxyHops);
  visit.nonce = randomBytes(16).toString("base64url");
  const request = makeRequest(forum.origin, incoming, outgoing, body);
  const response = await answerPage(request, { forum, visit });
  if (visit.isAway) {
    await response.body?.cancel();
    return null;
  }
  setCaching(response.headers, visit, incoming.url ?? "/");
  // Remix keeps the headers of an action from its page.
  if (visit.retryAfter) response.headers.set("Retry-After", String(Math.ceil(visit.retryAfter)));
  if (cookie && !response.headers.has("Set-Cookie")) response.headers.append("Set-Cookie", cookie);
  return response;
}

function refuse(
  outgoing: ServerResponse,
  status: number,
  page: string,
  type = "text/html; charset=utf-8",
) {
  outgoing.statusCode = status;
  outgoing.setHeader("Content-Type", type);
  outgoing.setHeader("Cache-Control", "no-store");
  if (status === 405 && !outgoing.hasHeader("Allow")) {
    outgoing.setHeader("Allow", "GET, HEAD, POST");
  }
  outgoing.end(page);
}

/** The request as Remix sees it: the forum's own origin, whatever its headers claimed. */
function makeRequest(
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer | undefined,
) {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (
      /^(host|origin|connection|keep-alive|forwarded|x-forwarded-.*|x-original-url|x-rewrite-url|transfer-encoding)$/.test(
        name,
      )
    )
      continue;
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set("host", new URL(origin).host);
  if (body) headers.set("origin", origin);
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  return new Request(origin + asData(incoming.url ?? "/", incoming.headers.accept), {
    method: incoming.method ?? "GET",
    headers,
    signal: gone.signal,
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

/** An address that answers as data where that is asked for. */
function asData(url: string, accept: string | undefined) {
  const wantsData = /\bapplication\/json\b/.test(accept ?? "");
  return wantsData ? url.replace(/^\/preview(?=$|\?)/, "/preview.json") : url;
}

/** Pages of somebody signed in are nobody else's; the others are asked for again each time. */
function setCaching(headers: Headers, visit: Visit, url: string) {
  if (holdsSecret(url)) {
    headers.set("Cache-Control", "no-store");
    // No further: without any, browsers send forms without their origin.
    headers.set("Referrer-Policy", "strict-origin");
  }
  if (!headers.has("Cache-Control")) {
    headers.set("Cache-Control", visit.person ? "private, no-store" : "no-cache");
  }
  headers.append("Vary", "Cookie");
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", contentSecurityPolicy());
  }
}
