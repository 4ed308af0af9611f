/** A browser is signed in: its cookies, and the session that this visit has from now on. */
import { orLeaveOut, write } from "#db/write.server.ts";
import type { Received } from "../receive.server.ts";
import { browserLabel } from "./browser-label.ts";
import { isPassword } from "./check-password.server.ts";
import { deviceCookie, readDeviceCookie, sessionCookie } from "./cookie.ts";
import { rememberDevice } from "./device.server.ts";
import { exchangeSession } from "./session.server.ts";
import { wrongSignIn } from "./sign-in.server.ts";
import { hashToken } from "./token.server.ts";

interface NewSession {
  token: string;
  /** Epoch seconds. */
  expiresAt: number;
}

export const isSecure = (forum: { origin: string }) => forum.origin.startsWith("https:");

/** The token by which a browser is known from an earlier sign-in, or null. */
export const deviceOf = (request: Request, forum: { origin: string }) =>
  readDeviceCookie(request.headers.get("cookie"), isSecure(forum));

/** The label of the browser that asks. */
export const browserOf = (request: Request) => browserLabel(request.headers.get("user-agent"));

/** Signs a person in on the browser that asks, ends the session it had, and answers the headers with its new cookies. Refuses, as a wrong password is refused, where the `hash` that let them in is no longer theirs. */
export async function enter(
  received: Received,
  request: Request,
  { personId, hash }: { personId: number; hash?: string },
) {
  const { db, visit, now } = received;
  const session = await write(db, async (trx) => {
    if (hash && !(await isPassword(trx, personId, hash))) throw wrongSignIn();
    return exchangeSession(trx, visit.sessionId, personId, now, browserOf(request));
  });
  return keepSession(received, request, personId, session);
}

/** Gives the browser that asks a session that has begun, remembers the browser where that can be written, and answers the headers with its cookies. */
export async function keepSession(
  { db, forum, visit, now }: Received,
  request: Request,
  personId: number,
  session: NewSession,
): Promise<Headers> {
  // They are in: a browser that is not remembered is a stranger at the next sign-in, no more.
  const device = await orLeaveOut(rememberDevice(db, personId, deviceOf(request, forum), now));
  visit.sessionId = hashToken(session.token);
  const headers = new Headers();
  headers.append("Set-Cookie", sessionCookie(session.token, session.expiresAt, isSecure(forum)));
  if (device) {
    headers.append("Set-Cookie", deviceCookie(device.token, device.expiresAt, isSecure(forum)));
  }
  return headers;
}
