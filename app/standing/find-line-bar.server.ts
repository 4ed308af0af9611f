import type { Db, Trx } from "#db/open.server.ts";
import { tooSoon } from "../limits/too-soon.ts";
import { Refusal } from "../refusals.ts";
import { nextLineAt } from "./exemplary.ts";

/** What stands against sending the author of a post a line at `now`: the line that was sent about it, or one to anybody within eight hours; null where nothing does. */
export async function findLineBar(
  db: Db | Trx,
  personId: number,
  postId: number,
  { now, limits }: { now: number; limits: number },
): Promise<{ refusal: Refusal; line: string | null } | null> {
  const line = await findOwnLine(db, personId, postId);
  if (line !== null) {
    return { refusal: new Refusal(409, { key: "standing.line.already" }), line };
  }
  const last = await db
    .selectFrom("exemplary")
    .select("sent_at")
    .where("person_id", "=", personId)
    .orderBy("sent_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const wait = last ? nextLineAt(last.sent_at, limits) - now : 0;
  return wait > 0 ? { refusal: tooSoon(wait, { key: "standing.line.too-soon" }), line } : null;
}

/** The line that somebody sent about a post; null where there is none. */
export async function findOwnLine(
  db: Db | Trx,
  personId: number,
  postId: number,
): Promise<string | null> {
  const sent = await db
    .selectFrom("exemplary")
    .select("line")
    .where("post_id", "=", postId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return sent?.line ?? null;
}
