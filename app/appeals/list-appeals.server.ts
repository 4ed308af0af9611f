import type { Db } from "#db/open.server.ts";
import { readPlainCursor, writeCursor } from "../cursor.ts";

/** An appeal that waits. */
export interface AppealLine {
  id: number;
  name: string;
  /** Of the act. */
  kind: string;
  madeAt: number;
  dueAt: number;
}

const PAGE_APPEALS = 50;

/** One page of the appeals that wait, the most pressing first. */
export async function listAppeals(
  db: Db,
  after: string | null,
): Promise<{ lines: AppealLine[]; next: string | null }> {
  const cursor = readPlainCursor(after);
  const rows = await db
    .selectFrom("appeal")
    .innerJoin("action", "action.id", "appeal.action_id")
    .innerJoin("person", "person.id", "appeal.person_id")
    .select(["appeal.id", "person.name", "action.kind", "made_at as madeAt", "due_at as dueAt"])
    .where("appeal.decided_at", "is", null)
    .$if(cursor !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb("appeal.due_at", ">", cursor!.by),
          eb.and([eb("appeal.due_at", "=", cursor!.by), eb("appeal.id", ">", cursor!.id)]),
        ]),
      ),
    )
    .orderBy("appeal.due_at")
    .orderBy("appeal.id")
    .limit(PAGE_APPEALS + 1)
    .execute();
  const lines = rows.slice(0, PAGE_APPEALS);
  const last = lines.at(-1);
  const isMore = last !== undefined && rows.length > PAGE_APPEALS;
  return { lines, next: isMore ? writeCursor({ by: last.dueAt, id: last.id }) : null };
}
