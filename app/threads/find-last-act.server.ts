import type { Db, Trx } from "#db/open.server.ts";
import type { ActionKind } from "../moderation/actions.ts";
import { Refusal } from "../refusals.ts";

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

/** Acts that set the same thing about a thread. */
const families: readonly (readonly ActionKind[])[] = [
  ["pin", "unpin"],
  ["lock", "unlock"],
  ["slow", "unslow"],
  ["quiet", "unquiet"],
  ["move"],
  ["split", "merge"],
];
const familyOf = (kind: string) =>
  families.find((family) => (family as readonly string[]).includes(kind)) ?? [];

/** Whether a later act set the same about the thread, and stands. */
export async function isOvertaken(
  trx: Trx,
  { id, kind, thread_id }: { id: number; kind: string; thread_id: number | null },
): Promise<boolean> {
  const later = await trx
    .selectFrom("action")
    .select("id")
    .where("thread_id", "=", thread_id)
    .where("kind", "in", [...familyOf(kind)])
    .where("id", ">", id)
    .where("undone_at", "is", null)
    // What undoes a later one leaves this one as the last.
    .where((eb) => eb.or([eb("undoes_id", "is", null), eb("undoes_id", "<", id)]))
    .executeTakeFirst();
  return later !== undefined;
}

/** Of an act that changes nothing: goes on where the same person did just this last, with the same words, for what is sent twice is done once; else refuses with 409. */
export async function refuseSame(
  trx: Trx,
  person: { id: number },
  threadId: number,
  { kind, reason }: { kind: ActionKind; reason: string },
): Promise<void> {
  const last = await trx
    .selectFrom("action")
    .innerJoin("event", "event.id", "action.id")
    .select(["action.kind", "action.by_id", "event.reason"])
    .where("action.thread_id", "=", threadId)
    .where("action.kind", "in", [...familyOf(kind)])
    .orderBy("action.id", "desc")
    .executeTakeFirst();
  if (last?.kind === kind && last.by_id === person.id && last.reason === reason) return;
  throw new Refusal(409, { key: "deeds.thread.same", values: { kind } });
}

/** Refuses with 403 somebody whose own thread, or post, a colleague decided about, to decide about the same. */
export async function refuseOwn(
  trx: Trx,
  person: { id: number },
  own: { authorId: number; threadId: number } | { authorId: number; postId: number },
  kind: ActionKind,
): Promise<void> {
  if (own.authorId !== person.id) return;
  const last = await trx
    .selectFrom("action")
    .select("by_id")
    .$call((query) =>
      "postId" in own
        ? query.where("post_id", "=", own.postId)
        : query.where("thread_id", "=", own.threadId),
    )
    .where("kind", "in", [...familyOf(kind)])
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .executeTakeFirst();
  if (last && last.by_id !== person.id) throw new Refusal(403, { key: "deeds.person.self" });
}
