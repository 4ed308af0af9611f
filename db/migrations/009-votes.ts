/** Votes and what they come to. All that is not whole is kept as a whole number of billionths, so that sums moved by addition stay exact. */
import { type Kysely, sql } from "kysely";
import { reference, table, tableByKey, tableWithId, time } from "../dialect.server.ts";

const WHOLE = 1_000_000_000;

export async function up(db: Kysely<unknown>) {
  await makeVotes(db);
  await makeTallies(db);
  await makePositions(db);
  await makeHonours(db);
  await orderThreads(db);
  await tallyWhatIsThere(db);
  await orderTallies(db);
}

async function makeVotes(db: Kysely<unknown>) {
  await tableByKey(db, "vote")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("worth", "integer", (column) => column.notNull())
    .addColumn("agree", "integer", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("weight", "integer", (column) => column.notNull())
    .addColumn("to_left", "integer", (column) => column.notNull())
    .addColumn("to_right", "integer", (column) => column.notNull())
    .addColumn("cast_at", time, (column) => column.notNull())
    .addColumn("changed_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("vote_key", ["post_id", "person_id"])
    .execute();
  const voteIndex = (name: string) => db.schema.createIndex(name).on("vote");
  await voteIndex("vote_of_person").columns(["person_id", "post_id"]).execute();
  await voteIndex("vote_of_person_by_time").columns(["person_id", "cast_at"]).execute();
  const agreeing = sql<boolean>`agree != 0`;
  await voteIndex("vote_of_person_agreeing")
    .columns(["person_id", "changed_at"])
    .where(agreeing)
    .execute();
  await voteIndex("vote_of_post_agreeing")
    .columns(["post_id", "changed_at"])
    .where(agreeing)
    .execute();
  await voteIndex("vote_of_pair")
    .columns(["person_id", "author_id", "cast_at", "post_id"])
    .where(sql.ref("worth"), "=", 1)
    .execute();
  await table(db, "vote_total")
    .addColumn("share", "integer", (column) => column.primaryKey())
    .addColumn("worth", "integer", (column) => column.notNull())
    .addColumn("counted", "integer", (column) => column.notNull())
    .execute();
}

async function makeTallies(db: Kysely<unknown>) {
  const count = (name: string) => (from: ReturnType<typeof table>) =>
    from.addColumn(name, "integer", (column) => column.notNull().defaultTo(0));
  const sums = ["worth_left", "worth_right", "only_left", "only_right"];
  const counts = ["voter_count", "worth_count", "agree_count", "disagree_count", "mind_count"];
  let tally = table(db, "tally")
    .addColumn("post_id", reference, (column) => column.primaryKey().references("post.id"))
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("parent_id", reference, (column) => column.references("post.id"))
    .addColumn("depth", "integer", (column) => column.notNull())
    .addColumn("posted_at", time, (column) => column.notNull())
    .addColumn("words", "integer");
  for (const name of [...sums, ...counts, "leaning", "insult"]) tally = count(name)(tally);
  await tally
    .addColumn("substance", "integer", (column) => column.notNull())
    .addColumn("gain", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("best", "integer", (column) => column.notNull())
    .addColumn("across", "integer", (column) => column.notNull())
    .addColumn("shown_at", time)
    .addColumn("due_at", time)
    .execute();
  await table(db, "voted_thread")
    .addColumn("thread_id", reference, (column) => column.primaryKey().references("thread.id"))
    .addColumn("is_voted", "integer", (column) => column.notNull())
    .addColumn("noted", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
}

async function makePositions(db: Kysely<unknown>) {
  const whole = (from: ReturnType<typeof table>, name: string) =>
    from.addColumn(name, "integer", (column) => column.notNull().defaultTo(0));
  let position = tableByKey(db, "position")
    .addColumn("scope", "integer", (column) => column.notNull())
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"));
  for (const name of ["raw", "x", "bias", "vote_count"]) position = whole(position, name);
  await position.addPrimaryKeyConstraint("position_key", ["scope", "person_id"]).execute();
  await table(db, "fit")
    .addColumn("scope", "integer", (column) => column.primaryKey())
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("is_used", "integer", (column) => column.notNull())
    .addColumn("gain", "integer", (column) => column.notNull())
    .addColumn("vote_count", "integer", (column) => column.notNull())
    .addColumn("slope", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("middle", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("begun_at", time)
    .execute();
}

async function makeHonours(db: Kysely<unknown>) {
  await tableWithId(db, "exemplary")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("line", "text", (column) => column.notNull())
    .addColumn("sent_at", time, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("exemplary_of_post")
    .unique()
    .on("exemplary")
    .columns(["post_id", "person_id"])
    .execute();
  await db.schema
    .createIndex("exemplary_of_person")
    .on("exemplary")
    .columns(["person_id", "sent_at"])
    .execute();
  await db.schema
    .createIndex("exemplary_of_author")
    .on("exemplary")
    .columns(["author_id", "id"])
    .execute();
  await tableWithId(db, "changed_mind")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("view_before", "text", (column) => column.notNull())
    .addColumn("view_now", "text", (column) => column.notNull())
    .addColumn("recorded_at", time, (column) => column.notNull())
    .addColumn("withdrawn_at", time)
    .execute();
  const mindIndex = (name: string) => db.schema.createIndex(name).on("changed_mind");
  await mindIndex("changed_mind_of_post").columns(["post_id", "recorded_at"]).execute();
  await mindIndex("changed_mind_of_person").columns(["person_id", "recorded_at"]).execute();
  await mindIndex("changed_mind_of_author").columns(["author_id", "recorded_at"]).execute();
  await table(db, "standing")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("points", "integer", (column) => column.notNull())
    .addColumn("weighed_at", time, (column) => column.notNull())
    .addColumn("below_since", time)
    .addColumn("set_by_id", reference, (column) => column.references("person.id"))
    .execute();
  await db.schema
    .createIndex("standing_by_weighed")
    .on("standing")
    .columns(["weighed_at", "person_id"])
    .execute();
}

async function orderThreads(db: Kysely<unknown>) {
  await db.schema
    .alterTable("thread")
    .addColumn("best", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("thread")
    .addColumn("vote_count", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("thread")
    .addColumn("vote_step", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("thread")
    .addColumn("voted_at", time, (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("thread").addColumn("fresh_until", time).execute();
  await db.schema
    .alterTable("thread_topic")
    .addColumn("best", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("thread_person")
    .addColumn("gain", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  // Without votes: the logarithm of 1 + 2 · ½ is 1, and a day adds 1.92 (mechanism, M6), in millionths.
  // What no clock ever says would come to more than is counted with.
  const best = sql`1000000 + case when started_at between 0 and 100000000000 then started_at else 0 end * 200 / 9`;
  await sql`update thread set best = ${best}`.execute(db);
  await sql`update thread_topic set best = ${best}`.execute(db);
  const threadIndex = (name: string) => db.schema.createIndex(name).on("thread");
  await threadIndex("thread_by_best")
    .columns(["best desc", "id desc"])
    .where(sql.ref("pinned_at"), "is", null)
    .execute();
  await threadIndex("thread_of_author_by_best")
    .columns(["author_id", "best desc", "id desc"])
    .execute();
  await threadIndex("thread_while_fresh")
    .column("fresh_until")
    .where(sql.ref("fresh_until"), "is not", null)
    .execute();
  await db.schema
    .createIndex("thread_of_topic_by_best")
    .on("thread_topic")
    .columns(["topic_id", "best desc", "thread_id desc"])
    .execute();
}

/** Every post has a tally; those of the last week are looked at again, since they may be due a look of their own. */
async function tallyWhatIsThere(db: Kysely<unknown>) {
  await sql`
    insert into tally (post_id, thread_id, author_id, parent_id, depth, posted_at, substance, best, across, due_at)
    select id, thread_id, author_id, parent_id, depth, posted_at,
      ${WHOLE / 2}, ${WHOLE / 2}, ${WHOLE / 2},
      case when posted_at > (select coalesce(max(active_at), 0) from thread) - 7 * 86400 then posted_at end
    from post`.execute(db);
}

/** When all tallies are there, which takes half as long. */
async function orderTallies(db: Kysely<unknown>) {
  const tallyIndex = (name: string) => db.schema.createIndex(name).on("tally");
  await tallyIndex("tally_by_best")
    .columns(["parent_id", "best desc", "posted_at", "post_id"])
    .execute();
  await tallyIndex("tally_by_across")
    .columns(["parent_id", "across desc", "posted_at", "post_id"])
    .execute();
  await tallyIndex("tally_of_author").columns(["author_id", "posted_at"]).execute();
  await tallyIndex("tally_by_due")
    .column("due_at")
    .where(sql.ref("due_at"), "is not", null)
    .execute();
  await tallyIndex("tally_of_thread_due")
    .columns(["thread_id", "post_id"])
    .where(sql.ref("due_at"), "is not", null)
    .execute();
  await tallyIndex("tally_of_thread_voted")
    .columns(["thread_id", "posted_at"])
    .where(sql.ref("voter_count"), ">=", 3)
    .execute();
  await tallyIndex("tally_of_thread_across")
    .columns(["thread_id", "across desc"])
    .where(sql.ref("voter_count"), ">=", 5)
    .execute();
}
