import type { Db, Trx } from "#db/open.server.ts";
import type { SentDraft } from "../composing/kept-draft.ts";
import type { Words } from "../composing/read-words.ts";

/** What a deed is told about one sending of a form. */
export interface Sending {
  /** Seconds since 1970. */
  now: number;
  /** Every limit is multiplied by this; infinity for none. */
  limits: number;
  /** What makes two sendings one; null when the form has no key. */
  key: string | null;
  /** The draft that the form was kept as, which ends with its sending. */
  draft?: SentDraft | null;
  /** Asks the sender something first, told which words stood there before: throws what the door hands back with the form. Answers how to count what came of asking, in the transaction of what was sent; null where nothing was asked. */
  ask?: (former: Words | null) => Promise<((trx: Trx, postId: number) => Promise<void>) | null>;
  /** Leaves the sender a word that it is done, at the address where it led: kept with what was sent, or by itself where that was kept before. */
  tell?: (db: Db | Trx, address: string) => Promise<unknown>;
}
