import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

const voted = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .insertInto("voted_thread")
    .values({ thread_id: value("threadId"), is_voted: 1 })
    .onConflict((conflict) => conflict.column("thread_id").doUpdateSet({ is_voted: 1 })),
);

const answered = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db
    .insertInto("voted_thread")
    .values({ thread_id: value("threadId"), is_voted: 0 })
    .onConflict((conflict) => conflict.column("thread_id").doNothing()),
);

/** Lets a thread's place on the front page follow in a moment, and where there were votes its page too: many of one moment are followed once. */
export async function rememberThread(trx: Trx, threadId: number, isVoted: boolean): Promise<void> {
  await (isVoted ? voted : answered).all(trx, { threadId });
}
