import type { Kysely } from "kysely";
import { reference, table, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await table(db, "delivery")
    .addColumn("event_id", reference, (column) => column.primaryKey().references("event.id"))
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("next_at", time, (column) => column.notNull().defaultTo(0))
    .addColumn("failure", "text")
    .execute();
  await db.schema
    .createIndex("delivery_by_time")
    .on("delivery")
    .columns(["next_at", "event_id"])
    .execute();
}
