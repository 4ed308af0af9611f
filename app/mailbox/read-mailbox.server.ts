import type { Db } from "#db/open.server.ts";
import { readIdCursor } from "../cursor.ts";

/** A message as one of the two sides reads it. */
export interface Message {
  id: number;
  isAnswer: boolean;
  /** Who wrote it; of an answer for moderators alone, else null. */
  from: string | null;
  html: string;
  sentAt: number;
}

export interface Mailbox {
  /** 0 where nothing was written yet. */
  version: number;
  waitsSince: number | null;
  /** The latest first. */
  messages: Message[];
  next: string | null;
  /** Whether the page begins after later messages. */
  isEnd: boolean;
}

const PAGE_MESSAGES = 30;

/** One page of somebody's mailbox. Its person never reads which moderator answered. */
export async function readMailbox(
  db: Db,
  personId: number,
  { side, after }: { side: "person" | "moderators"; after: string | null },
): Promise<Mailbox> {
  const before = readIdCursor(after);
  const box = await db
    .selectFrom("mailbox")
    .select(["version", "waits_since"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
  const rows = await db
    .selectFrom("mailbox_message")
    .innerJoin("person", "person.id", "mailbox_message.from_id")
    .select(["mailbox_message.id", "is_answer", "person.name", "html", "sent_at"])
    .where("mailbox_message.person_id", "=", personId)
    .$if(before !== null, (query) => query.where("mailbox_message.id", "<", before!))
    .orderBy("mailbox_message.id", "desc")
    .limit(PAGE_MESSAGES + 1)
    .execute();
  const shown = rows.slice(0, PAGE_MESSAGES);
  return {
    ...{ version: box?.version ?? 0, waitsSince: box?.waits_since ?? null },
    messages: shown.map(({ id, is_answer, name, html, sent_at }) => ({
      ...{ id, html, sentAt: sent_at, isAnswer: is_answer === 1 },
      from: is_answer === 1 && side === "person" ? null : name,
    })),
    isEnd: before !== null,
    next: rows.length > PAGE_MESSAGES ? String(shown.at(-1)!.id) : null,
  };
}
