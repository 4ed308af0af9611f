import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";

/** Gives tallies to posts that a test wrote without a deed, as if nobody had voted on anything. */
export async function tallyMissing(db: Db | Trx) {
  await sql`
    insert into tally (post_id, thread_id, author_id, parent_id, depth, posted_at, substance, best, across)
    select id, thread_id, author_id, parent_id, depth, posted_at, 500000000, 500000000, 500000000
    from post where id not in (select post_id from tally)`.execute(db);
}
