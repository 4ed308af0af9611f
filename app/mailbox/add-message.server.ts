import type { Trx } from "#db/open.server.ts";
import { isSentTwice } from "./message.ts";

export interface NewMessage {
  /** Whose mailbox it is. */
  personId: number;
  fromId: number;
  isAnswer: boolean;
  body: string;
  html: string;
  now: number;
}

/** Keeps a message in somebody's mailbox, but for one that was just sent and is sent a second time; whether it is one. A person's that was laid to rest meanwhile is kept again. After a person's message an answer is awaited, after an answer none. */
export async function addMessage(trx: Trx, message: NewMessage): Promise<"kept" | "known"> {
  const { personId, fromId, isAnswer, body, html, now } = message;
  const last = await trx
    .selectFrom("mailbox_message")
    .innerJoin("mailbox", "mailbox.person_id", "mailbox_message.person_id")
    .select(["from_id", "is_answer", "body", "sent_at", "waits_since"])
    .where("mailbox_message.person_id", "=", personId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const is_answer = isAnswer ? 1 : 0;
  const isWaiting = isAnswer || (last?.waits_since ?? null) !== null;
  const isKnown = isSentTwice(last, { from_id: fromId, is_answer, body, now });
  if (isWaiting && isKnown) return "known";
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
