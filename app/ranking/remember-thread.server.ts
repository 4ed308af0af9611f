import { sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

const note = prepared((db, value: ValueOf<{ threadId: number; isVoted: 0 | 1 }>) =>
  db
    .insertInto("voted_thread")
    .values({ thread_id: value("threadId"), is_voted: value("isVoted") })
    .onConflict((conflict) =>
      conflict.column("thread_id").doUpdateSet((eb) => ({
        is_voted: sql<number>`case when excluded.is_voted = 1 then 1 else voted_thread.is_voted end`,
        noted: eb("voted_thread.noted", "+", 1),
      })),
    ),
);

/** Lets a thread's place on the front page follow in a moment, and where there were votes its page too: many of one moment are followed once. Whoever writes the thread's row too does that before. */
export async function rememberThread(trx: Trx, threadId: number, isVoted: boolean): Promise<void> {
  await note.all(trx, { threadId, isVoted: isVoted ? 1 : 0 });
}
