import type { Expression } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { NudgeOutcome } from "#db/schema.ts";
import { monthOf } from "./month.ts";

/** Counts what came of asking, in the transaction of the post that it is about. */
export type CountOutcome = (trx: Trx, postId: number) => Promise<void>;

interface Posted {
  personId: number;
  key: string;
  rule: string;
  outcome: NudgeOutcome;
  /** Null where the page asked and the forum keeps nothing of it yet. */
  askedAt: number | null;
  now: number;
}

/** Forgets that somebody was asked about a draft and keeps what came of it, once. */
export function countOutcome({ askedAt, now, ...posted }: Posted): CountOutcome {
  const { personId, key, rule, outcome } = posted;
  return async (trx, postId) => {
    const forgotten = await forget.first(trx, { personId, key });
    if (askedAt !== null && !forgotten) return;
    const month = monthOf(askedAt ?? now);
    await insertOutcome.all(trx, { month, postId, rule, outcome });
  };
}

/** Forgets that somebody was asked about a draft, and counts nothing. */
export function forgetAsked(draft: { personId: number; key: string }): CountOutcome {
  return async (trx) => {
    await forget.first(trx, draft);
  };
}

const forget = prepared((db, value: ValueOf<{ personId: number; key: string }>) =>
  db
    .deleteFrom("nudge")
    .where("person_id", "=", value("personId"))
    .where("key", "=", value("key"))
    .returning("key"),
);

interface Counted {
  month: string;
  postId: number;
  rule: string;
  outcome: NudgeOutcome;
}

const insertOutcome = prepared((db, value: ValueOf<Counted>) =>
  db.insertInto("nudge_outcome").values({
    month: value("month"),
    post_id: value("postId") as Expression<number>,
    rule: value("rule"),
    outcome: value("outcome"),
  }),
);
