import type { Trx } from "#db/open.server.ts";
import type { Person } from "../permissions.ts";
import type { ActionKind } from "./actions.ts";

/** The act by which somebody decided just this about a post, with the same words, where nothing was decided since: what is sent twice is done once. Null for none. */
export async function findRepeated(
  trx: Trx,
  person: Person,
  postId: number,
  { kind, reason }: { kind: ActionKind; reason: string },
): Promise<number | null> {
  const act = await trx
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .select(["action.id", "action.kind", "action.by_id", "event.reason"])
    .where("action.post_id", "=", postId)
    .orderBy("action.id", "desc")
    .limit(1)
    .executeTakeFirst();
  const isSame = act?.by_id === person.id && act.kind === kind && act.reason === reason;
  return isSame ? act.id : null;
}
