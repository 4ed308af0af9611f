import { type Selectable, sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Role, SessionTable } from "#db/schema.ts";
import { orLeaveOut } from "#db/write.server.ts";

export interface StoredSession {
  id: string;
  userId: number;
  expiresAt: Date;
  attributes: {
    began_at: number;
    has_flash: boolean;
    browser: string | null;
    seen_at: number | null;
  };
}
export interface StoredPerson {
  id: number;
  attributes: { name: string; role: Role; level: number; joined_at: number };
}

type Row = Pick<Selectable<SessionTable>, "began_at" | "flash" | "browser" | "seen_at">;

const attributesOf = ({ began_at, flash, browser, seen_at }: Row) => ({
  began_at,
  has_flash: flash !== null,
  browser,
  seen_at,
});

/** Unread notices are counted up to so many. */
const MOST_UNREAD = 100;

/** A session, whose it is, and what every page tells them. */
export const findSession = prepared((db, value: ValueOf<{ id: string }>) =>
  db
    .selectFrom("session")
    .innerJoin("person", "person.id", "session.person_id")
    .select(["session.expires_at", "session.began_at", "session.flash"])
    .select(["session.browser", "session.seen_at"])
    .select(["person.id", "person.name", "person.role", "person.level", "person.joined_at"])
    .select("person.suspended_until")
    .select("person.mute_count")
    .select((eb) =>
      eb
        .selectFrom(
          eb
            .selectFrom("notice")
            .select("notice.id")
            .whereRef("notice.person_id", "=", "session.person_id")
            .where("notice.read_at", "is", null)
            .limit(sql.lit(MOST_UNREAD))
            .as("unread"),
        )
        .select((unread) => unread.fn.countAll<number>().as("count"))
        .as("unread_count"),
    )
    .where("session.id", "=", value("id")),
);

/** The seven calls that Lucia makes of its storage. Lucia reads the machine's clock: times are shifted on their way in and out, so that its present is `now` (epoch seconds). */
export function sessionStore(db: Db, now: number) {
  const shift = Date.now() - now * 1000;
  const toOurs = (time: Date) => Math.round((time.getTime() - shift) / 1000);
  const toTheirs = (seconds: number) => new Date(seconds * 1000 + shift);

  return {
    async getSessionAndUser(id: string): Promise<[StoredSession | null, StoredPerson | null]> {
      const row = await findSession.first(db, { id });
      if (!row) return [null, null];
      const { name, role, level, joined_at } = row;
      return [
        {
          id,
          userId: row.id,
          expiresAt: toTheirs(row.expires_at),
          attributes: attributesOf(row),
        },
        { id: row.id, attributes: { name, role, level, joined_at } },
      ];
    },

    async getUserSessions(personId: number): Promise<StoredSession[]> {
      const rows = await db
        .selectFrom("session")
        .selectAll()
        .where("person_id", "=", personId)
        .orderBy("began_at", "desc")
        .orderBy("id")
        .execute();
      return rows.map((row) => ({
        id: row.id,
        userId: row.person_id,
        expiresAt: toTheirs(row.expires_at),
        attributes: attributesOf(row),
      }));
    },

    async setSession(session: StoredSession): Promise<void> {
      const { id, userId, expiresAt, attributes } = session;
      await db
        .insertInto("session")
        .values({
          id,
          person_id: userId,
          expires_at: toOurs(expiresAt),
          began_at: attributes.began_at,
          browser: attributes.browser,
          seen_at: attributes.seen_at,
        })
        .execute();
    },

    async updateSessionExpiration(id: string, expiresAt: Date): Promise<void> {
      // While nothing can be written, a later request renews it.
      await orLeaveOut(
        db
          .updateTable("session")
          .set({ expires_at: toOurs(expiresAt) })
          .where("id", "=", id)
          .execute(),
      );
    },

    async deleteSession(id: string): Promise<void> {
      await db.deleteFrom("session").where("id", "=", id).execute();
    },

    async deleteUserSessions(personId: number): Promise<void> {
      await db.deleteFrom("session").where("person_id", "=", personId).execute();
    },

    async deleteExpiredSessions(): Promise<void> {
      await db.deleteFrom("session").where("expires_at", "<=", now).execute();
    },

    toOurs,
  };
}
