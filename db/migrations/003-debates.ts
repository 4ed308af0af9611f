import { type Kysely, sql } from "kysely";
import { reference, table, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await addColumns(db);
  await addWhatPeopleKeep(db);
  await addWhatPostsNameAndQuote(db);
  await addWhatWasImported(db);
  await orderRepliesByTime(db);
}

async function addColumns(db: Kysely<unknown>) {
  const alter = (name: string) => db.schema.alterTable(name);
  await alter("person").addColumn("imported_from", "text").execute();
  await alter("session").addColumn("browser", "text").execute();
  await alter("session").addColumn("seen_at", time).execute();
  await alter("thread").addColumn("imported_from", "text").execute();
  await alter("thread").addColumn("url_key", "text").execute();
  await alter("thread")
    .addColumn("title_reader", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await alter("post")
    .addColumn("liked_elsewhere", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createIndex("thread_by_url")
    .on("thread")
    .columns(["url_key", "id"])
    .where(sql.ref("url_key"), "is not", null)
    .execute();
  await db.schema
    .createIndex("thread_by_title_reader")
    .on("thread")
    .columns(["title_reader", "id"])
    .execute();
  await table(db, "title_word")
    .addColumn("word", "text", (column) => column.notNull())
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addPrimaryKeyConstraint("title_word_key", ["word", "thread_id"])
    .execute();
  await db.schema
    .createIndex("title_word_of_thread")
    .on("title_word")
    .column("thread_id")
    .execute();
}

async function addWhatPeopleKeep(db: Kysely<unknown>) {
  await table(db, "draft")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("page", "text")
    .addColumn("saved_at", time, (column) => column.notNull())
    .addColumn("closed_at", time)
    // At the end, for who reads no more than what stands before need not pass over a long text.
    .addColumn("fields", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("draft_key", ["person_id", "key"])
    .execute();
  await db.schema
    .createIndex("draft_of_person")
    .on("draft")
    .columns(["person_id", "saved_at", "key"])
    .execute();
  await db.schema
    .createIndex("draft_by_end")
    .on("draft")
    .columns(["closed_at", "saved_at"])
    .execute();

  await table(db, "thread_visit")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("seen_id", reference, (column) => column.notNull())
    .addColumn("seen_at", time, (column) => column.notNull())
    .addColumn("latest_id", reference, (column) => column.notNull())
    .addColumn("visited_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("thread_visit_key", ["person_id", "thread_id"])
    .execute();

  await table(db, "saved_post")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("saved_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("saved_post_key", ["person_id", "post_id"])
    .execute();
  await db.schema
    .createIndex("saved_post_of_person")
    .on("saved_post")
    .columns(["person_id", "saved_at", "post_id"])
    .execute();

  await table(db, "thanks")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("thanked_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("thanks_key", ["post_id", "person_id"])
    .execute();
}

async function addWhatPostsNameAndQuote(db: Kysely<unknown>) {
  await table(db, "mention")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addPrimaryKeyConstraint("mention_key", ["post_id", "person_id"])
    .execute();
  await db.schema
    .createIndex("mention_of_person")
    .on("mention")
    .columns(["person_id", "post_id"])
    .execute();

  await table(db, "quotation")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("quoted_post_id", reference, (column) => column.notNull().references("post.id"))
    .addPrimaryKeyConstraint("quotation_key", ["post_id", "quoted_post_id"])
    .execute();
  await db.schema
    .createIndex("quotation_of_post")
    .on("quotation")
    .columns(["quoted_post_id", "post_id"])
    .execute();
}

async function addWhatWasImported(db: Kysely<unknown>) {
  await table(db, "imported_source")
    .addColumn("source", "text", (column) => column.primaryKey())
    .addColumn("origin", "text", (column) => column.notNull())
    .execute();

  await table(db, "imported_person")
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("outer_key", "text", (column) => column.notNull())
    .addColumn("outer_name", "text")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addPrimaryKeyConstraint("imported_person_key", ["source", "outer_key"])
    .addUniqueConstraint("imported_person_name", ["source", "outer_name"])
    .addUniqueConstraint("imported_person_here", ["person_id"])
    .execute();

  await table(db, "imported_thread")
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("outer_id", reference, (column) => column.notNull())
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addPrimaryKeyConstraint("imported_thread_key", ["source", "outer_id"])
    .execute();

  await table(db, "imported_post")
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("outer_thread_id", reference, (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("outer_id", reference, (column) => column.notNull())
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("changed_at", reference, (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("waits", "integer", (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint("imported_post_key", ["source", "outer_thread_id", "number"])
    .addUniqueConstraint("imported_post_outer", ["source", "outer_id"])
    .execute();
  await db.schema
    .createIndex("imported_post_waiting")
    .on("imported_post")
    .columns(["source", "outer_thread_id", "number"])
    .where(sql.ref("waits"), "=", 1)
    .execute();
}

/** Ids tell age no longer: imported replies are older than their ids. */
async function orderRepliesByTime(db: Kysely<unknown>) {
  await db.schema.dropIndex("post_of_branch").execute();
  await db.schema.dropIndex("post_of_parent").execute();
  await db.schema.dropIndex("post_of_parent_by_activity").execute();
  const postIndex = (name: string) => db.schema.createIndex(name).on("post");
  await postIndex("post_of_branch").columns(["branch_id", "posted_at", "id"]).execute();
  await postIndex("post_of_parent").columns(["parent_id", "posted_at", "id"]).execute();
  await postIndex("post_of_parent_by_activity")
    .columns(["parent_id", "branch_count desc", "posted_at", "id"])
    .execute();
}
