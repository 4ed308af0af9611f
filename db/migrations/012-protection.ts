/** What people and moderators write to each other, whom somebody wants no replies from, and by what spam is known again. */
import { type Kysely, sql } from "kysely";
import { reference, table, tableByKey, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await makeConversations(db);
  await makeBlocks(db);
  await makePrints(db);
}

async function makeConversations(db: Kysely<unknown>) {
  await tableWithId(db, "moderator_note")
    .addColumn("about_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("case_id", reference, (column) => column.references("case.id"))
    .addColumn("by_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("written_at", time, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("moderator_note_about")
    .on("moderator_note")
    .columns(["about_id", "id desc"])
    .execute();
  await table(db, "mailbox")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("waits_since", time)
    .addColumn("latest_at", time, (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await db.schema
    .createIndex("mailbox_that_waits")
    .on("mailbox")
    .columns(["waits_since", "person_id"])
    .where(sql<boolean>`waits_since is not null`)
    .execute();
  await tableWithId(db, "mailbox_message")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("from_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("is_answer", "integer", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("sent_at", time, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("mailbox_by_latest")
    .on("mailbox")
    .columns(["latest_at desc", "person_id desc"])
    .execute();
  await db.schema
    .createIndex("mailbox_message_of_person")
    .on("mailbox_message")
    .columns(["person_id", "id"])
    .execute();
}

async function makeBlocks(db: Kysely<unknown>) {
  await tableByKey(db, "block")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("blocked_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("blocked_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("block_key", ["person_id", "blocked_id"])
    .execute();
  await db.schema.createIndex("block_of_blocked").on("block").columns(["blocked_id"]).execute();
}

async function makePrints(db: Kysely<unknown>) {
  await tableByKey(db, "print")
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("posted_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("print_key", ["hash", "post_id"])
    .execute();
  await db.schema.createIndex("print_by_time").on("print").columns(["posted_at"]).execute();
}
