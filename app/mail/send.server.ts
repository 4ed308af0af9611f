import type { Db, Trx } from "#db/open.server.ts";
import { inHeader } from "./message.ts";
import { urgencyOf } from "./pauses.ts";

export interface NewLetter {
  /** What it is about: of a key there is one letter. */
  key: string;
  kind: string;
  personId: number;
  address: string;
  subject: string;
  text: string;
  html?: string | null;
  /** By name, beyond those of every letter. */
  headers?: Record<string, string>;
  /** The posts whose words it holds: it is not sent once one was withdrawn, or moderation changed it. */
  postIds?: readonly number[];
  /** The threads whose titles it holds: it is not sent once one is hidden. */
  threadIds?: readonly number[];
  /** Epoch seconds. */
  now: number;
}

/** Puts a letter into the outbox in the caller's transaction, to go out a moment later; answers false, and does nothing, where there is one of this key. */
export async function postLetter(trx: Trx | Db, letter: NewLetter): Promise<boolean> {
  const { key, kind, personId, address, subject, text, html = null, headers } = letter;
  const { postIds = [], threadIds = [], now } = letter;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("letter")
    .values({
      ...{ key, kind, person_id: personId, address, text, html },
      subject: inHeader(subject),
      urgency: urgencyOf(kind),
      headers: headers ? JSON.stringify(headers) : null,
      post_ids: listed(postIds),
      thread_ids: listed(threadIds),
      made_at: now,
      next_at: now,
      taken_at: null,
      sent_at: null,
      failure: null,
      set_aside_at: null,
    })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) > 0;
}

const listed = (ids: readonly number[]) => (ids.length > 0 ? JSON.stringify(ids) : null);
