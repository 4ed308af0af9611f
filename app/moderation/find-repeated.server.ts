import type { Trx } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import type { ActionKind } from "./actions.ts";
import { isSamePassage } from "./demand-passage.ts";

/** The act by which somebody decided just this about a post or a passage of it, with the same words, where nothing was decided since: what is sent twice is done once. Null for none. */
export async function findRepeated(
  trx: Trx,
  person: Person,
  postId: number,
  { kind, reason, passage }: { kind: ActionKind; reason: string; passage?: string | null },
): Promise<number | null> {
  const act = await trx
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .leftJoin("case", "case.id", "action.case_id")
    .select(["action.id", "action.kind", "action.by_id", "event.reason", "case.passage"])
    .where("action.post_id", "=", postId)
    .orderBy("action.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (act?.by_id !== person.id || act.kind !== kind || act.reason !== reason) return null;
  const isOther =
    ["ask", "redact"].includes(kind) &&
    passage !== undefined &&
    !isSamePassage(passage, act.passage);
  return isOther ? null : act.id;
}
