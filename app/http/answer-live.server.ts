/** Streams of what is new, for pages that are open: held outside of Remix, so that they can be counted and ended. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { cannotWrite } from "#db/write.server.ts";
import { readCookie, sessionCookie } from "../accounts/cookie.ts";
import { readSession } from "../accounts/session.server.ts";
import type { Forum } from "../context.server.ts";
import { addressKey } from "../limits/address-key.ts";
import { readAsked } from "../live/asked.ts";
import { TRY_LATER } from "../live/bounds.ts";
import type { Live } from "../live/keep-watching.server.ts";
import { writeRetry } from "../live/message.ts";
import type { Outlet, Reader } from "../live/stream.ts";
import { say } from "../strings/say.ts";
import { clientAddress } from "./client-address.ts";
import { isSameOrigin } from "./same-origin.ts";

/** After how many milliseconds a page comes again whose connection broke. */
const RETRY = 5_000;
/** A connection on which nothing comes is asked after so many milliseconds whether it is still there. */
const ALIVE = 60_000;

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Whether an address is that of the streams. */
export const isLive = (url: string): boolean => url.split("?", 1)[0] === "/live";

/** Opens a stream for the page that asks, which gets what it asks for from the next look on. */
export async function answerLive(
  live: Live,
  forum: Forum,
  proxyHops: number,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
) {
  const { method, url = "", headers, socket } = incoming;
  if (method !== "GET") {
    outgoing.setHeader("Allow", "GET");
    return refuse(outgoing, 405);
  }
  const sent = { origin: first(headers.origin), secFetchSite: first(headers["sec-fetch-site"]) };
  // Older browsers say neither of a stream of the same origin; another's page is let read none.
  const isSilent = sent.origin === undefined && sent.secFetchSite === undefined;
  if (!isSilent && !isSameOrigin(sent, forum.origin)) return refuse(outgoing, 403);
  const query = new URLSearchParams(url.split("?")[1]);
  const asked = readAsked(query, first(headers["last-event-id"]));
  if (!asked) return refuse(outgoing, 400);
  const known = await recognise(forum, incoming).catch((error: unknown) => {
    if (!cannotWrite(error)) throw error;
    forum.reportError(error, "/live");
    return null;
  });
  if (!known) return tryLater(outgoing);
  const { reader, cookie } = known;
  if (!reader && !asked.thread) {
    // The browser itself comes no more; its page asks again in a minute or two, should its reader have signed in by then.
    outgoing.statusCode = 204;
    return void outgoing.end();
  }
  if (outgoing.destroyed) return;
  const address = clientAddress(socket.remoteAddress, first(headers["x-forwarded-for"]), proxyHops);
  const owner = reader ? `person ${reader.personId}` : addressKey(address);
  const opening = { ...asked, reader, owner, scale: forum.limits };
  const stream = live.open(opening, outletOf(outgoing));
  if (!stream) return tryLater(outgoing);
  outgoing.once("close", () => live.forget(stream));
  if (cookie) outgoing.setHeader("Set-Cookie", cookie);
  begin(outgoing);
}

/** Who asks; their flash is left for the next page. */
async function recognise(
  { db, now, origin }: Forum,
  { headers }: IncomingMessage,
): Promise<{ reader: Reader; cookie: string | null }> {
  const isSecure = origin.startsWith("https:");
  const token = readCookie(headers.cookie, isSecure);
  const session = token ? await readSession(db, token, now()) : null;
  if (!token || !session) return { reader: null, cookie: null };
  const { sessionId, person, renewed, expiresAt } = session;
  return {
    reader: { personId: person.id, sessionId },
    cookie: renewed ? sessionCookie(token, expiresAt, isSecure) : null,
  };
}

function begin(outgoing: ServerResponse) {
  const { socket } = outgoing;
  // It is silent for longer than anybody else may be.
  socket?.setTimeout(0);
  socket?.setKeepAlive(true, ALIVE);
  outgoing.setHeader("Content-Type", "text/event-stream; charset=utf-8");
  // After an answer that may not be stored, browsers would not keep the page for who goes back to it.
  outgoing.setHeader("Cache-Control", "private, no-cache, no-transform");
  outgoing.setHeader("X-Accel-Buffering", "no");
  outgoing.setHeader("Connection", "close");
  outgoing.write(writeRetry(RETRY));
}

const outletOf = (outgoing: ServerResponse): Outlet => ({
  write(text) {
    if (!outgoing.writableEnded && !outgoing.destroyed) outgoing.write(text);
  },
  waiting: () => outgoing.writableLength,
  end: () => void outgoing.end(),
  cut: () => void outgoing.destroy(),
});

function tryLater(outgoing: ServerResponse) {
  outgoing.setHeader("Retry-After", String(TRY_LATER));
  refuse(outgoing, 503);
}

function refuse(outgoing: ServerResponse, status: number) {
  outgoing.statusCode = status;
  outgoing.setHeader("Content-Type", "text/plain; charset=utf-8");
  outgoing.setHeader("Cache-Control", "no-store");
  outgoing.end(`${say("live.wrong")}\n`);
}
