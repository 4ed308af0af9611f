/** Who is signed in. The only file that knows Lucia, so that one file changes when it goes. */
import { Lucia, TimeSpan } from "lucia";
import type { Person } from "#app/permissions.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { orLeaveOut, write, writeInPassing } from "#db/write.server.ts";
import {
  findSession,
  type StoredPerson,
  type StoredSession,
  sessionStore,
} from "./session-store.server.ts";
import { hashToken, isToken, makeToken } from "./token.server.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<StoredSession["attributes"], StoredPerson["attributes"]>;
    UserId: number;
    DatabaseSessionAttributes: StoredSession["attributes"];
    DatabaseUserAttributes: StoredPerson["attributes"];
  }
}

/** Counted from the last renewal, which comes when half of it has passed. */
const LASTS = new TimeSpan(30, "d");
/** In seconds. */
const HOUR = 3600;

function openLucia(db: Db, now: number, store = sessionStore(db, now)) {
  const lucia = new Lucia(store, {
    sessionExpiresIn: LASTS,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
  return { lucia, toOurs: store.toOurs };
}

export interface Session {
  sessionId: string;
  person: Person;
  /** It was prolonged just now, so the cookie must be sent again. */
  renewed: boolean;
  /** Epoch seconds. */
  expiresAt: number;
  beganAt: number;
  hasFlash: boolean;
  /** Notices that the person has not read, up to 100. */
  unreadCount: number;
  /** What the person mutes, counted. */
  muteCount: number;
}

/** Signs a person in on one browser, of which its label is kept; the token goes into its cookie and is kept nowhere. */
export async function beginSession(
  db: Db,
  personId: number,
  now: number,
  browser: string | null = null,
): Promise<{ token: string; expiresAt: number }> {
  const token = makeToken();
  const { lucia, toOurs } = openLucia(db, now);
  const attributes = { began_at: now, has_flash: false, browser, seen_at: hourOf(now) };
  const session = await lucia.createSession(personId, attributes, { sessionId: hashToken(token) });
  return { token, expiresAt: toOurs(session.expiresAt) };
}

/** The same in the place of the session that this browser had, if it had one. */
export async function exchangeSession(
  trx: Trx,
  former: string | null,
  personId: number,
  now: number,
  browser: string | null,
): Promise<{ token: string; expiresAt: number }> {
  if (former) await openLucia(trx, now).lucia.invalidateSession(former);
  return beginSession(trx, personId, now, browser);
}

/** Who holds this token, with the role of this moment; null when nobody does. Throws where that cannot be read, so that nobody is taken for signed out. One query, and a write at half life and once an hour. */
export async function readSession(db: Db, token: string, now: number): Promise<Session | null> {
  if (!isToken(token)) return null;
  const sessionId = hashToken(token);
  const row = await findSession.first(db, { id: sessionId });
  if (!row) return null;
  const renewed = needsLucia(row, now) ? await renew(db, sessionId, now) : row;
  if (!renewed) return null;
  const { id, name, role, level, joined_at, suspended_until, began_at, seen_at } = row;
  if (now - (seen_at ?? began_at) >= HOUR) {
    await writeInPassing(db, () => keepSeen(db, sessionId, now));
  }
  return {
    sessionId,
    person: {
      ...{ id, name, level, joinedAt: joined_at, suspendedUntil: suspended_until },
      // An office rests while its holder is suspended.
      role: (suspended_until ?? 0) > now ? "member" : role,
    },
    renewed: renewed !== row,
    expiresAt: renewed.expires_at,
    beganAt: began_at,
    hasFlash: row.flash !== null,
    unreadCount: Number(row.unread_count),
    muteCount: row.mute_count,
  };
}

/** Half of its time has passed, or all of it. */
const needsLucia = ({ expires_at }: { expires_at: number }, now: number) =>
  expires_at - now <= LASTS.seconds() / 2;

/** Until when the session lasts from now on; null for one that has run out. */
async function renew(db: Db, sessionId: string, now: number) {
  const { lucia, toOurs } = openLucia(db, now, readingStore(db, now));
  const { session } = await lucia.validateSession(sessionId);
  return session && { expires_at: toOurs(session.expiresAt) };
}

/** A session that has run out is forgotten later where nothing can be written at this moment. */
function readingStore(db: Db, now: number) {
  const store = sessionStore(db, now);
  const deleteSession = async (id: string) => void (await orLeaveOut(store.deleteSession(id)));
  return { ...store, deleteSession };
}

const hourOf = (now: number) => now - (now % HOUR);

/** The hour of the last visit is kept, no more. */
const keepSeen = (db: Db, sessionId: string, now: number) =>
  db
    .updateTable("session")
    .set({ seen_at: hourOf(now) })
    .where("id", "=", sessionId)
    .execute();

/** The browsers in which a person is signed in, the newest first. */
export async function listSessions(db: Db, personId: number, now: number) {
  const { lucia, toOurs } = openLucia(db, now);
  const sessions = await lucia.getUserSessions(personId);
  return sessions.map(({ id, began_at, seen_at, browser, expiresAt }) => ({
    sessionId: id,
    browser,
    beganAt: began_at,
    seenAt: seen_at,
    expiresAt: toOurs(expiresAt),
  }));
}

/** Signs out one browser. */
export const endSession = (db: Db, sessionId: string): Promise<void> =>
  write(db, (trx) => openLucia(trx, 0).lucia.invalidateSession(sessionId));

/** Signs a person out everywhere. */
export const endAllSessions = (db: Db, personId: number): Promise<void> =>
  openLucia(db, 0).lucia.invalidateUserSessions(personId);

/** Signs a person out everywhere but in one browser. */
export async function endOtherSessions(
  db: Db,
  personId: number,
  keepSessionId: string,
): Promise<void> {
  await write(db, (trx) =>
    trx
      .deleteFrom("session")
      .where("person_id", "=", personId)
      .where("id", "!=", keepSessionId)
      .execute(),
  );
}

/** Forgets the sessions that have run out. */
export const sweepSessions = (db: Db, now: number): Promise<void> =>
  openLucia(db, now).lucia.deleteExpiredSessions();
