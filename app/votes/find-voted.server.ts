import { type Expression, type SqlBool, sql } from "kysely";
import type { Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { SITE } from "../ranking/read-standards.server.ts";
import { Refusal } from "../refusals.ts";

/** Whose votes are fitted together with those in a thread: its first topic's, where that is fitted by itself, else all of the forum's. */
const scope = sql<number>`coalesce((
  select fit.scope from thread_topic inner join fit on fit.scope = thread_topic.topic_id
  where thread_topic.thread_id = post.thread_id and thread_topic.position = 0), ${sql.lit(SITE)})`;

/** Whether a person's flag on the post is open or was rejected: then what they only agree or disagree with stays out of its sums (mechanism, M3). */
const isFlagged = (person: Expression<number>) => sql<number>`case when exists (
  select 1 from flag where flag.post_id = post.id and flag.person_id = ${person}
    and ((flag.verdict is null and flag.decided_at is null) or flag.verdict = 'rejected')
) then 1 else 0 end`;

const voted = prepared((db, value: ValueOf<{ postId: number; personId: number }>) =>
  db
    .selectFrom(
      db
        .selectFrom("post")
        .innerJoin("thread", "thread.id", "post.thread_id")
        .innerJoin("tally", "tally.post_id", "post.id")
        .leftJoin("vote", (join) =>
          join.onRef("vote.post_id", "=", "post.id").on("vote.person_id", "=", value("personId")),
        )
        .select(["post.id", "post.thread_id", "post.author_id", "post.withdrawn_at", "post.depth"])
        .select(["thread.slug", "thread.reply_count", "thread.vote_count"])
        .select(["tally.posted_at", "tally.words", "tally.leaning", "tally.insult", "tally.gain"])
        .select(["tally.worth_left", "tally.worth_right", "tally.only_left", "tally.only_right"])
        .select(["tally.voter_count", "tally.worth_count", "tally.shown_at"])
        .select(["tally.agree_count", "tally.disagree_count"])
        .select(["vote.worth", "vote.agree", "vote.reason", "vote.cast_at", "vote.changed_at"])
        .select(["vote.weight", "vote.to_left", "vote.to_right", "vote.halvings"])
        .select(scope.as("scope"))
        .select(isFlagged(value("personId")).as("is_flagged"))
        .where("post.id", "=", value("postId"))
        .as("found"),
    )
    .leftJoin("fit", "fit.scope", "found.scope")
    .leftJoin("position as near", (join) =>
      join
        .onRef("near.scope", "=", "found.scope")
        .on("near.person_id", "=", value("personId"))
        .on(sql<SqlBool>`fit.is_used = 1`),
    )
    // Who has not voted in a topic stands there where they stand in the forum.
    .leftJoin("position as far", (join) =>
      join
        .on("far.scope", "=", sql.lit(SITE))
        .on("far.person_id", "=", value("personId"))
        .on(sql<SqlBool>`fit.is_used = 1`),
    )
    .selectAll("found")
    .select((eb) => ["fit.is_used", eb.fn.coalesce("near.x", "far.x").as("x")]),
);

export type Voted = NonNullable<Awaited<ReturnType<typeof voted.first>>>;

/** A post with what its votes come to, the vote of a person on it, and where that person stands; throws Refusal 404. */
export async function findVoted(trx: Trx, postId: number, personId: number): Promise<Voted> {
  const found = await voted.first(trx, { postId, personId });
  if (!found) throw new Refusal(404, { key: "threads.post.not-found" });
  return found;
}
