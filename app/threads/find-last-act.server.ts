import type { Db, Trx } from "#db/open.server.ts";
import type { ActionKind } from "../moderation/actions.ts";

/** The last act of a kind on a thread that nobody undid; null where there is none. */
export async function findLastAct(
  db: Db | Trx,
  threadId: number,
  kind: ActionKind,
): Promise<number | null> {
  const row = await db
    .selectFrom("action")
    .select("id")
    .where("thread_id", "=", threadId)
    .where("kind", "=", kind)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.id ?? null;
}
