import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { write } from "#db/write.server.ts";
import { recordEvent } from "../events/record.server.ts";
import type { Standards } from "./place.ts";
import { toUnits } from "./units.ts";

/** Votes that count which it takes. */
export const FOUND_VOTERS = 3;
/** Seconds after which nobody is told any more that something is worth reading. */
export const FOUND_WITHIN = 30 * 86_400;
/** Replies of a thread that are found together; the next of its votes finds more. */
const AT_A_TIME = 20;

/** Finds the replies of a thread that are worth reading by votes that everybody sees, each once, with the event; answers how many. What is still hidden of votes tells nobody anything. */
export async function findWorthy(
  db: Db,
  threadId: number,
  { prior }: Standards,
  now: number,
): Promise<number> {
  const since = now - FOUND_WITHIN;
  const found = await worthy.all(db, { threadId, usual: toUnits(prior), since });
  if (found.length === 0) return 0;
  return write(db, async (trx) => {
    let count = 0;
    for (const { post_id: postId, author_id: personId } of found) {
      // Another process that follows the same votes may have been quicker.
      if (!(await keep.first(trx, { postId, now }))) continue;
      await recordEvent(trx, { kind: "post-found", at: now, personId, threadId, postId });
      count += 1;
    }
    return count;
  });
}

/** By the index of what has so many votes. */
const worthy = prepared((db, value: ValueOf<{ threadId: number; usual: number; since: number }>) =>
  db
    .selectFrom("tally")
    .innerJoin("post", "post.id", "tally.post_id")
    .select(["tally.post_id", "tally.author_id"])
    .where("tally.thread_id", "=", value("threadId"))
    .where("tally.voter_count", ">=", sql.lit(FOUND_VOTERS))
    .where("tally.posted_at", ">=", value("since"))
    .where("tally.found_at", "is", null)
    .where("tally.shown_at", "is not", null)
    .where("tally.substance", ">=", value("usual"))
    .where("tally.depth", ">", 0)
    .where("post.withdrawn_at", "is", null)
    .orderBy("tally.posted_at", "desc")
    .limit(AT_A_TIME),
);

const keep = prepared((db, value: ValueOf<{ postId: number; now: number }>) =>
  db
    .updateTable("tally")
    .set({ found_at: value("now") })
    .where("post_id", "=", value("postId"))
    .where("found_at", "is", null)
    .returning("post_id"),
);
