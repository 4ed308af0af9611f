import type { Kysely } from "kysely";
import { reference, table, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await table(db, "nudge")
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("key", "text", (column) => column.notNull())
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("mark", "text")
    .addColumn("asked_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("nudge_key", ["person_id", "key"])
    .execute();
  await db.schema.createIndex("nudge_by_time").on("nudge").column("asked_at").execute();

  await tableWithId(db, "nudge_outcome")
    .addColumn("month", "text", (column) => column.notNull())
    .addColumn("post_id", reference, (column) => column.references("post.id"))
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex("nudge_outcome_by_month")
    .on("nudge_outcome")
    .columns(["month", "outcome"])
    .execute();
}
