import { createHash } from "node:crypto";
import type { Person } from "#app/permissions.ts";
import { Refusal } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { endSession, listSessions } from "./session.server.ts";

/** What a session is called on its owner's page: it opens nothing, and what is kept of the token cannot be read from it. */
export const handleOf = (sessionId: string): string =>
  createHash("sha256").update(`session ${sessionId}`).digest("hex").slice(0, 16);

/** Signs a person out of one of their own browsers; refuses with 404 where there is none of this handle. Answers the id of the session that was. */
export async function endOwnSession(
  db: Db,
  person: Person,
  handle: string,
  now: number,
): Promise<string> {
  const sessions = await listSessions(db, person.id, now);
  const found = sessions.find(({ sessionId }) => handleOf(sessionId) === handle);
  if (!found) throw new Refusal(404, { key: "accounts.sessions.not-found" });
  await endSession(db, found.sessionId);
  return found.sessionId;
}
