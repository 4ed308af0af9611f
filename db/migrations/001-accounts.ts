import { type Kysely, sql } from "kysely";
import { reference, table, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await tableWithId(db, "person")
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("name_key", "text", (column) => column.notNull().unique())
    .addColumn("email", "text")
    .addColumn("email_key", "text", (column) => column.unique())
    .addColumn("about", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("about_html", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("about_renderer", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("role", "text", (column) =>
      column.notNull().check(sql`role in ('member', 'moderator', 'administrator')`),
    )
    .addColumn("level", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("joined_at", time, (column) => column.notNull())
    .addColumn("is_demonstration", "integer", (column) => column.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createIndex("person_by_renderer")
    .on("person")
    .columns(["about_renderer", "id"])
    .where(sql.ref("about"), "!=", "")
    .execute();

  await table(db, "password")
    .addColumn("person_id", reference, (column) => column.primaryKey().references("person.id"))
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("set_at", time, (column) => column.notNull())
    .execute();

  await table(db, "session")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("expires_at", time, (column) => column.notNull())
    .addColumn("began_at", time, (column) => column.notNull())
    .addColumn("flash", "text")
    .execute();
  await db.schema.createIndex("session_of_person").on("session").column("person_id").execute();
  await db.schema.createIndex("session_by_end").on("session").column("expires_at").execute();

  await table(db, "device")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("seen_at", time, (column) => column.notNull())
    .execute();
  await db.schema.createIndex("device_of_person").on("device").column("person_id").execute();
  await db.schema.createIndex("device_by_time").on("device").column("seen_at").execute();

  await tableWithId(db, "invitation")
    .addColumn("code_hash", "text", (column) => column.notNull().unique())
    .addColumn("made_by_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("expires_at", time, (column) => column.notNull())
    .addColumn("used_by_id", reference, (column) => column.references("person.id"))
    .addColumn("used_at", time)
    .execute();

  await table(db, "first_administrator")
    .addColumn("token_hash", "text", (column) => column.primaryKey())
    .addColumn("made_at", time, (column) => column.notNull())
    .execute();

  await table(db, "allowance")
    .addColumn("key", "text", (column) => column.primaryKey())
    .addColumn("points", "integer", (column) => column.notNull())
    .addColumn("expires_at_ms", time)
    .execute();
  await db.schema.createIndex("allowance_by_end").on("allowance").column("expires_at_ms").execute();

  await table(db, "setting")
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute();
}
