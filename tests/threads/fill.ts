/** Long threads, written straight into the tables with every count as the deeds would have moved it. */
import { sql } from "kysely";
import { engineOf } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { goOnFromGreatestId } from "../db/disturb.ts";
import { START } from "../forum.ts";
import { tallyMissing } from "../tallies.ts";

/** Rows of one statement. */
const BATCH = 500;

/** Adds replies to a thread that has none, a second apart; `parents` names for each the earlier reply that it answers, by its place, or -1 for the opening post. Answers their ids. */
export async function fillThread(
  db: Db,
  { threadId, openingId }: { threadId: number; openingId: number },
  authorId: number,
  parents: number[],
): Promise<number[]> {
  const { last } = await db
    .selectFrom("post")
    .select((eb) => eb.fn.max("id").as("last"))
    .executeTakeFirstOrThrow();
  const posts = parents.map((parent, place) => ({
    ...{ id: last + 1 + place, thread_id: threadId, author_id: authorId, kind: "reply" as const },
    parent_id: parent < 0 ? openingId : last + 1 + parent,
    ...{ branch_id: 0, depth: 1, reply_count: 0, branch_count: 0 },
    ...{ body: `Reply ${place}`, html: `<p>Reply ${place}</p>\n`, renderer: 1 },
    posted_at: START + place + 1,
  }));
  for (const [place, post] of posts.entries()) {
    const parent = posts[parents[place]!];
    post.branch_id = parent?.branch_id ?? post.id;
    if (!parent) continue;
    post.depth = parent.depth + 1;
    parent.reply_count += 1;
    const head = posts[post.branch_id - last - 1]!;
    head.branch_count += 1;
  }
  await db.transaction().execute(async (trx) => {
    await checkNoReferences(trx);
    for (let from = 0; from < posts.length; from += BATCH) {
      await trx
        .insertInto("post")
        .values(posts.slice(from, from + BATCH))
        .execute();
    }
    await tallyMissing(trx);
    await goOnFromGreatestId(trx);
    const direct = parents.filter((parent) => parent < 0).length;
    await trx
      .updateTable("post")
      .set({ reply_count: direct })
      .where("id", "=", openingId)
      .execute();
    await trx
      .updateTable("thread")
      .set({ reply_count: posts.length, active_at: START + posts.length })
      .where("id", "=", threadId)
      .execute();
    await trx
      .updateTable("thread_topic")
      .set({ active_at: START + posts.length })
      .where("thread_id", "=", threadId)
      .execute();
  });
  return posts.map((post) => post.id);
}

/** Moves all posts in the orders by votes as if people had voted: some stand alone there, most are equal with others. */
export async function placeByVotes(db: Db) {
  await sql`update tally set
    best = 500000000 + case post_id % 3 when 0 then post_id * 7 % 97 * 1000000 else 0 end,
    across = 500000000 + case post_id % 4 when 0 then post_id * 5 % 89 * 1000000 else 0 end`.execute(
    db,
  );
}

/** Every post of these answers one that is there: SQLite takes no time to see that, PostgreSQL a great deal. */
async function checkNoReferences(trx: Trx) {
  if (engineOf(trx) === "postgres")
    await sql`set local session_replication_role = replica`.execute(trx);
}
