/** The outbox as a queue. A letter is taken before it is sent, and that is kept: one whose sending nobody saw the end of stays taken, and is sent by nobody again. */

import { skipLocked } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { Outcome } from "./mail.ts";
import type { KeptLetter } from "./message.ts";
import { isSecret, lastsFor, triedAgainAt } from "./pauses.ts";

export interface TakenLetter extends KeptLetter {
  person_id: number | null;
  attempts: number;
  taken_at: number | null;
  post_ids: string | null;
  thread_ids: string | null;
}

/** Takes the most urgent letter that is due, and of several the one that is due first, that no other process is about to take; null where none is. */
export async function takeLetter(db: Db, now: number): Promise<TakenLetter | null> {
  if (!(await findDue(db, now).executeTakeFirst())) return null;
  const taken = await db
    .with(
      (named) => named("due").materialized(),
      () => skipLocked(db, findDue(db, now)),
    )
    .updateTable("letter")
    .set((eb) => ({
      taken_at: now,
      next_at: null,
      failure: null,
      attempts: eb("attempts", "+", 1),
    }))
    .where("id", "in", (eb) => eb.selectFrom("due").select("due.id"))
    .where("next_at", "is not", null)
    .returning(["id", "key", "kind", "person_id", "address", "subject", "text", "html"])
    .returning(["headers", "made_at", "attempts", "taken_at", "post_ids", "thread_ids"])
    .executeTakeFirst();
  return taken ?? null;
}

const findDue = (db: Db, now: number) =>
  db
    .selectFrom("letter")
    .select("id")
    .where("next_at", "is not", null)
    .where("next_at", "<=", now)
    .orderBy("urgency")
    .orderBy("next_at")
    .orderBy("id")
    .limit(1);

/** Keeps how it ended, whole or not at all. Of what was sent the words go: they were somebody's, and links in them open things. */
export const keepOutcome = (db: Db, letter: TakenLetter, outcome: Outcome, now: number) =>
  write(db, async (trx) => {
    await change(trx, letter, changeBy(letter, outcome, now));
    if (outcome.kind !== "no-such-address" || letter.person_id === null) return;
    await trx
      .updateTable("person")
      .set((eb) => ({ email_bounces: eb("email_bounces", "+", 1) }))
      .where("id", "=", letter.person_id)
      .where("email", "=", letter.address)
      .execute();
  });

function changeBy(letter: TakenLetter, outcome: Outcome, now: number): Change {
  if (outcome.kind === "sent") {
    return { sent_at: now, text: "", html: null, headers: null, failure: null };
  }
  const { failure } = outcome;
  if (outcome.kind === "in-doubt") return { failure };
  if (outcome.kind === "later") {
    const nextAt = triedAgainAt(letter.attempts, now);
    const isTried = nextAt !== null && nextAt < letter.made_at + lastsFor(letter.kind);
    if (isTried) return { taken_at: null, next_at: nextAt, failure };
  }
  // Given up, where administrators see it.
  return {
    ...{ taken_at: null, set_aside_at: now, failure },
    ...(isSecret(letter.kind) ? { text: "", html: null } : {}),
  };
}

interface Change {
  taken_at?: null;
  next_at?: number;
  sent_at?: number;
  set_aside_at?: number;
  failure: string | null;
  text?: string;
  html?: null;
  headers?: null;
}

/** Only while it is this attempt's: an administrator may have let it be tried again. */
async function change(db: Trx, { id, attempts, taken_at }: TakenLetter, changed: Change) {
  await db
    .updateTable("letter")
    .set(changed)
    .where("id", "=", id)
    .where("attempts", "=", attempts)
    .where("taken_at", "=", taken_at)
    .where("sent_at", "is", null)
    .execute();
}
