/** Who sends a request. */
import type { IncomingMessage } from "node:http";
import { clearCookie, readCookie, sessionCookie } from "../accounts/cookie.ts";
import { takeFlash } from "../accounts/flash.server.ts";
import { readSession } from "../accounts/session.server.ts";
import type { Forum, Visit } from "../context.server.ts";
import { countForModerator } from "../desk/count-waiting.server.ts";
import { shownNote } from "../following/shows-muted.ts";
import { isModerator } from "../permissions.ts";
import { clientAddress } from "./client-address.ts";

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Reads the session once for the whole request, and answers the Set-Cookie header that renews or clears its cookie, if it needs one. */
export async function recogniseVisitor(forum: Forum, incoming: IncomingMessage, proxyHops: number) {
  const visit: Visit = {
    person: null,
    sessionId: null,
    flash: null,
    unreadCount: 0,
    muteCount: 0,
    address: clientAddress(
      incoming.socket.remoteAddress,
      first(incoming.headers["x-forwarded-for"]),
      proxyHops,
    ),
    nonce: "",
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
  visit.unreadCount = session.unreadCount;
  visit.muteCount = session.muteCount;
  if (isModerator(session.person)) visit.waitingCount = await countForModerator(forum.db);
  if (session.hasFlash && incoming.method === "GET") {
    const page = { address: incoming.url ?? "/", now: forum.now() };
    visit.flash = await takeFlash(forum.db, session.sessionId, page);
  }
  if (visit.muteCount > 0) visit.flash ??= shownNote(incoming.url ?? "");
  return {
    visit,
    cookie: session.renewed ? sessionCookie(token, session.expiresAt, isSecure) : null,
  };
}
