import type { Db, Trx } from "#db/open.server.ts";
import { inHeader } from "./message.ts";

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
  /** Epoch seconds. */
  now: number;
}

/** Puts a letter into the outbox in the caller's transaction, to go out a moment later; answers false, and does nothing, where there is one of this key. */
export async function postLetter(trx: Trx | Db, letter: NewLetter): Promise<boolean> {
  const { key, kind, personId, address, subject, text, html = null, headers, now } = letter;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("letter")
    .values({
      ...{ key, kind, person_id: personId, address, text, html },
      subject: inHeader(subject),
      headers: headers ? JSON.stringify(headers) : null,
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
