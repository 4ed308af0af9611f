import { type Kysely, sql } from "kysely";
import { makeAppendOnly, reference, table, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await tableWithId(db, "topic")
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("thread_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("merged_into_id", reference, (column) => column.references("topic.id"))
    .addColumn("made_at", time, (column) => column.notNull())
    .execute();

  await tableWithId(db, "thread")
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("slug", "text", (column) => column.notNull())
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("url", "text")
    .addColumn("quote", "text")
    .addColumn("disclosure", "text")
    .addColumn("norms", "text")
    .addColumn("excerpt", "text", (column) => column.notNull())
    .addColumn("started_at", time, (column) => column.notNull())
    .addColumn("active_at", time, (column) => column.notNull())
    .addColumn("opening_post_id", reference)
    .addColumn("reply_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("person_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("pinned_at", time)
    .addColumn("pinned_by_id", reference, (column) => column.references("person.id"))
    .addColumn("locked_at", time)
    .addColumn("locked_by_id", reference, (column) => column.references("person.id"))
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  const threadIndex = (name: string) => db.schema.createIndex(name).on("thread");
  await threadIndex("thread_by_activity").columns(["active_at", "id"]).execute();
  await threadIndex("thread_by_start").columns(["started_at", "id"]).execute();
  // Partial, or the engine takes it for all threads that are not pinned, and sorts those.
  await threadIndex("thread_pinned")
    .columns(["pinned_at", "id"])
    .where(sql.ref("pinned_at"), "is not", null)
    .execute();
  await threadIndex("thread_of_person").columns(["author_id", "started_at", "id"]).execute();

  await table(db, "thread_topic")
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("topic_id", reference, (column) => column.notNull().references("topic.id"))
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("started_at", time, (column) => column.notNull())
    .addColumn("active_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("thread_topic_key", ["thread_id", "topic_id"])
    .execute();
  const topicIndex = (name: string) => db.schema.createIndex(name).on("thread_topic");
  await topicIndex("thread_topic_by_activity")
    .columns(["topic_id", "active_at", "thread_id"])
    .execute();
  await topicIndex("thread_topic_by_start")
    .columns(["topic_id", "started_at", "thread_id"])
    .execute();

  await table(db, "thread_person")
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("post_count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("thread_person_key", ["thread_id", "person_id"])
    .execute();

  await tableWithId(db, "post")
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("parent_id", reference, (column) => column.references("post.id"))
    .addColumn("branch_id", reference, (column) => column.references("post.id"))
    .addColumn("depth", "integer", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("renderer", "integer", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("posted_at", time, (column) => column.notNull())
    .addColumn("edited_at", time)
    .addColumn("withdrawn_at", time)
    .addColumn("reply_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("branch_count", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  const postIndex = (name: string) => db.schema.createIndex(name).on("post");
  await postIndex("post_of_thread").columns(["thread_id", "id"]).execute();
  await postIndex("post_of_branch").columns(["branch_id", "id"]).execute();
  await postIndex("post_of_parent").columns(["parent_id", "id"]).execute();
  await postIndex("post_of_parent_by_activity")
    .columns(["parent_id", "branch_count desc", "id"])
    .execute();
  await postIndex("post_of_person").columns(["author_id", "posted_at", "id"]).execute();
  await postIndex("post_by_renderer").columns(["renderer", "id"]).execute();

  await tableWithId(db, "revision")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("title", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("written_at", time, (column) => column.notNull())
    .addUniqueConstraint("revision_of_post", ["post_id", "version"])
    .execute();

  await table(db, "form_key")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("location", "text", (column) => column.notNull())
    .addColumn("sent_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("form_key_key", ["person_id", "key"])
    .execute();
  await db.schema.createIndex("form_key_by_time").on("form_key").column("sent_at").execute();

  await table(db, "pace")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("until_ms", time, (column) => column.notNull())
    .execute();

  await tableWithId(db, "event")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("at", time, (column) => column.notNull())
    .addColumn("person_id", reference)
    .addColumn("thread_id", reference)
    .addColumn("post_id", reference)
    .addColumn("topic_id", reference)
    .addColumn("about_id", reference)
    .addColumn("reason", "text")
    .addColumn("details", "text")
    .execute();
  await db.schema.createIndex("event_by_kind").on("event").columns(["kind", "id"]).execute();
  await makeAppendOnly(db, "event");
}
