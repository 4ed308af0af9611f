import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Standards } from "./place.ts";
import { rememberThread } from "./remember-thread.server.ts";
import { setPlaces } from "./set-places.server.ts";

interface Insult {
  postId: number;
  /** I, in billionths. */
  insult: number;
}

/** Keeps how sure it is that a post insults, and gives the post its place by it at once; the page and place of its thread follow in a moment. */
export async function setInsult(
  trx: Trx,
  { postId, insult, standards, now }: Insult & { standards: Standards; now: number },
): Promise<void> {
  const changed = await keep.first(trx, { postId, insult });
  if (!changed) return;
  await setPlaces(trx, [postId], standards, now);
  await rememberThread(trx, changed.thread_id, true);
}

const keep = prepared((db, value: ValueOf<Insult>) =>
  db
    .updateTable("tally")
    .set({ insult: value("insult") })
    .where("post_id", "=", value("postId"))
    .where("insult", "!=", value("insult"))
    .returning("thread_id"),
);
