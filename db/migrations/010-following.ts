/** Following, notices and letters: who wishes to hear of what, what they were told, and what is sent to them. */
import { type Kysely, sql } from "kysely";
import { reference, table, tableByKey, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await knowPeopleBetter(db);
  await knowPostsBetter(db);
  await makeFollows(db);
  await makeNotices(db);
  await makeLetters(db);
  await makeTokens(db);
}

async function knowPeopleBetter(db: Kysely<unknown>) {
  const person = () => db.schema.alterTable("person");
  await person().addColumn("email_confirmed_at", time).execute();
  for (const name of ["email_bounces", "mute_count"]) {
    await person()
      .addColumn(name, "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await person()
    .addColumn("follows_by_writing", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .alterTable("delivery")
    .addColumn("reached", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

async function knowPostsBetter(db: Kysely<unknown>) {
  await db.schema.alterTable("post").addColumn("restored_at", time).execute();
  await db.schema.alterTable("tally").addColumn("found_at", time).execute();
  for (const whose of ["thread", "author"]) {
    await db.schema
      .createIndex(`tally_found_of_${whose}`)
      .on("tally")
      .columns([`${whose}_id`, "posted_at", "post_id"])
      .where(sql<boolean>`found_at is not null`)
      .execute();
  }
}

async function makeFollows(db: Kysely<unknown>) {
  await tableByKey(db, "follow")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("object_id", reference, (column) => column.notNull())
    .addColumn("level", "text", (column) => column.notNull())
    .addColumn("is_by_writing", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("followed_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("follow_key", ["person_id", "kind", "object_id"])
    .execute();
  await db.schema
    .createIndex("follow_of_object")
    .on("follow")
    .columns(["kind", "object_id", "person_id", "level"])
    .execute();
  await db.schema
    .createIndex("follow_of_person_by_time")
    .on("follow")
    .columns(["person_id", "followed_at"])
    .execute();
  await tableWithId(db, "followed_search")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("asked", "text", (column) => column.notNull())
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("seen_id", reference, (column) => column.notNull())
    .addColumn("due_at", time, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("followed_search_of_person")
    .unique()
    .on("followed_search")
    .columns(["person_id", "asked"])
    .execute();
  await db.schema
    .createIndex("followed_search_by_due")
    .on("followed_search")
    .columns(["due_at", "id"])
    .execute();
  await tableByKey(db, "mute_word")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("word", "text", (column) => column.notNull())
    .addColumn("shown", "text", (column) => column.notNull())
    .addColumn("muted_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("mute_word_key", ["person_id", "word"])
    .execute();
}

async function makeNotices(db: Kysely<unknown>) {
  await tableWithId(db, "notice")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("thread_id", reference, (column) => column.references("thread.id"))
    .addColumn("first_post_id", reference, (column) => column.references("post.id"))
    .addColumn("latest_post_id", reference, (column) => column.references("post.id"))
    .addColumn("from_id", reference, (column) => column.references("person.id"))
    .addColumn("about_id", reference)
    .addColumn("count", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("details", "text")
    .addColumn("began_at", time, (column) => column.notNull())
    .addColumn("changed_at", time, (column) => column.notNull())
    .addColumn("read_at", time)
    .addColumn("letter_at", time)
    .execute();
  const unread = sql<boolean>`read_at is null`;
  await db.schema
    .createIndex("notice_that_grows")
    .unique()
    .on("notice")
    .columns(["person_id", "subject"])
    .where(unread)
    .execute();
  await db.schema
    .createIndex("notice_of_person")
    .on("notice")
    .columns(["person_id", "changed_at desc", "id desc"])
    .execute();
  await db.schema
    .createIndex("notice_of_person_unread")
    .on("notice")
    .columns(["person_id", "thread_id"])
    .where(unread)
    .execute();
  await db.schema
    .createIndex("notice_by_letter")
    .on("notice")
    .columns(["letter_at", "id"])
    .where(sql<boolean>`letter_at is not null`)
    .execute();
  await db.schema
    .createIndex("notice_by_read")
    .on("notice")
    .columns(["read_at", "changed_at"])
    .execute();
  await tableByKey(db, "notice_stop")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("stopped_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("notice_stop_key", ["person_id", "kind"])
    .execute();
}

async function makeLetters(db: Kysely<unknown>) {
  await table(db, "letter_wish")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("is_at_once", "integer", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("weekday", "integer", (column) => column.notNull())
    .addColumn("hour", "integer", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("since", time, (column) => column.notNull())
    .addColumn("next_at", time)
    .execute();
  await db.schema
    .createIndex("letter_wish_by_next")
    .on("letter_wish")
    .columns(["next_at", "person_id"])
    .where(sql<boolean>`next_at is not null`)
    .execute();
  await tableWithId(db, "letter")
    .addColumn("key", "text", (column) => column.notNull().unique())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("urgency", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("person_id", reference, (column) => column.references("person.id"))
    .addColumn("address", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("html", "text")
    .addColumn("headers", "text")
    .addColumn("post_ids", "text")
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("next_at", time)
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("taken_at", time)
    .addColumn("sent_at", time)
    .addColumn("failure", "text")
    .addColumn("set_aside_at", time)
    .execute();
  await db.schema
    .createIndex("letter_by_next")
    .on("letter")
    .columns(["urgency", "next_at", "id"])
    .where(sql<boolean>`next_at is not null`)
    .execute();
  const few = {
    taken: sql<boolean>`taken_at is not null and sent_at is null`,
    aside: sql<boolean>`set_aside_at is not null`,
    with_secret: sql<boolean>`urgency = 0 and text <> ''`,
  };
  for (const [which, condition] of Object.entries(few)) {
    await db.schema
      .createIndex(`letter_${which}`)
      .on("letter")
      .columns(which === "with_secret" ? ["kind", "made_at"] : ["id"])
      .where(condition)
      .execute();
  }
  await db.schema
    .createIndex("letter_of_person")
    .on("letter")
    .columns(["person_id", "id"])
    .execute();
  await db.schema.createIndex("letter_by_made").on("letter").columns(["made_at", "id"]).execute();
}

async function makeTokens(db: Kysely<unknown>) {
  await table(db, "letter_token")
    .addColumn("token_hash", "text", (column) => column.primaryKey())
    .addColumn("purpose", "text", (column) => column.notNull())
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("email", "text", (column) => column.notNull())
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("expires_at", time, (column) => column.notNull())
    .addColumn("used_at", time)
    .execute();
  await db.schema
    .createIndex("letter_token_of_person")
    .on("letter_token")
    .columns(["person_id", "purpose"])
    .execute();
  await db.schema
    .createIndex("letter_token_by_end")
    .on("letter_token")
    .column("expires_at")
    .execute();
  await table(db, "feed_key")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("made_at", time, (column) => column.notNull())
    .execute();
}
