import type { Trx } from "#db/open.server.ts";

export interface NewMessage {
  /** Whose mailbox it is. */
  personId: number;
  fromId: number;
  isAnswer: boolean;
  body: string;
  html: string;
  now: number;
}

/** Keeps a message in somebody's mailbox; whether it is one that was sent a second time, which is left out. After a person's message an answer is awaited, after an answer none. */
export async function addMessage(trx: Trx, message: NewMessage): Promise<"kept" | "known"> {
  const { personId, fromId, isAnswer, body, html, now } = message;
  const last = await trx
    .selectFrom("mailbox_message")
    .select(["from_id", "is_answer", "body"])
    .where("person_id", "=", personId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const is_answer = isAnswer ? 1 : 0;
  if (last?.from_id === fromId && last.is_answer === is_answer && last.body === body)
    return "known";
  const waits_since = isAnswer ? null : now;
  await trx
    .insertInto("mailbox")
    .values({ person_id: personId, waits_since, latest_at: now })
    .onConflict((conflict) =>
      conflict.column("person_id").doUpdateSet((eb) => ({
        // Whoever writes again waits since the first time.
        waits_since: isAnswer ? null : eb.fn.coalesce("mailbox.waits_since", eb.val(now)),
        latest_at: now,
        version: eb("mailbox.version", "+", 1),
      })),
    )
    .execute();
  await trx
    .insertInto("mailbox_message")
    .values({ person_id: personId, from_id: fromId, is_answer, body, html, sent_at: now })
    .execute();
  return "kept";
}
