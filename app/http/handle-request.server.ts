/** One request, from the socket to the answer: screened, read, known, answered by Remix. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { cannotWrite } from "#db/write.server.ts";
import { clearCookie, readCookie, sessionCookie } from "../accounts/cookie.ts";
import { takeFlash } from "../accounts/flash.server.ts";
import { readSession } from "../accounts/session.server.ts";
import type { Forum, Visit } from "../context.server.ts";
import { TRY_AGAIN } from "../refusals.ts";
import { awayAnswer } from "./away-answer.ts";
import { clientAddress } from "./client-address.ts";
import { plainPage } from "./plain-page.ts";
import { readBody } from "./read-body.server.ts";
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
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

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
    return refuse(outgoing, screened.status, plainPage(screened.title, { key: screened.text }));
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
  const form = body ? body.toString("utf8") : null;
  const { type, text } = awayAnswer({ url, accept: incoming.headers.accept, form });
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
  const request = makeRequest(forum.origin, incoming, outgoing, body);
  const response = await answerPage(request, { forum, visit });
  if (visit.isAway) {
    await response.body?.cancel();
    return null;
  }
  setCaching(response.headers, visit);
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
  if (status === 405) outgoing.setHeader("Allow", "GET, HEAD, POST");
  outgoing.end(page);
}

/** Reads the session once for the whole request, and renews or clears its cookie. */
async function recogniseVisitor(forum: Forum, incoming: IncomingMessage, proxyHops: number) {
  const visit: Visit = {
    person: null,
    sessionId: null,
    flash: null,
    address: clientAddress(
      incoming.socket.remoteAddress,
      first(incoming.headers["x-forwarded-for"]),
      proxyHops,
    ),
    nonce: randomBytes(16).toString("base64url"),
    reference: null,
    isAway: false,
    handedBack: null,
  };
  const isSecure = forum.origin.startsWith("https:");
  const token = readCookie(incoming.headers.cookie, isSecure);
  if (!token) return { visit, cookie: null };
  const session = await readSession(forum.db, token, forum.now());
  if (!session) return { visit, cookie: clearCookie(isSecure) };
  visit.person = session.person;
  visit.sessionId = session.sessionId;
  if (session.hasFlash && incoming.method === "GET") {
    visit.flash = await takeFlash(forum.db, session.sessionId);
  }
  return {
    visit,
    cookie: session.renewed ? sessionCookie(token, session.expiresAt, isSecure) : null,
  };
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
function setCaching(headers: Headers, visit: Visit) {
  if (!headers.has("Cache-Control")) {
    headers.set("Cache-Control", visit.person ? "private, no-store" : "no-cache");
  }
  headers.append("Vary", "Cookie");
  if (!headers.has("Content-Security-Policy")) {
    headers.set("Content-Security-Policy", contentSecurityPolicy());
  }
}
