import type { Db } from "#db/open.server.ts";
import { spanOf } from "../limits/span.ts";
import { isModerator, type Person } from "../permissions.ts";
import type { Said } from "../strings/say.ts";

/** What a newcomer is told whose newest or just changed post waits for a look: why, and for how long at most; null where none does. Asks nothing of anybody else. */
export async function findHeld(db: Db, person: Person, now: number): Promise<Said | null> {
  if (person.level >= 1 || isModerator(person)) return null;
  const held = await db
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .innerJoin("post", "post.id", "action.post_id")
    .select(["event.reason", "action.until_at"])
    .where("action.about_id", "=", person.id)
    .where("action.kind", "=", "hold")
    .where("action.at", "=", now)
    .where("post.state", "=", "held")
    .orderBy("action.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!held) return null;
  const left = (held.until_at ?? now) - now;
  return { key: "spam.held", values: { why: held.reason ?? "", ...spanOf(left) } };
}
