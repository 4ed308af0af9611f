import { type Kysely, sql } from "kysely";
import { table } from "../dialect.server.ts";

/** As many as there are rows, so that processes that write at the same moment seldom meet in one. */
const SHARES = 16;

export async function up(db: Kysely<unknown>) {
  await table(db, "list_version")
    .addColumn("share", "integer", (column) => column.primaryKey())
    .addColumn("version", "integer", (column) => column.notNull())
    .execute();
  for (let share = 0; share < SHARES; share += 1) {
    await sql`insert into list_version (share, version) values (${share}, 1)`.execute(db);
  }
  // What a reader thanked for on a page is found by the reader.
  await db.schema
    .createIndex("thanks_of_person")
    .on("thanks")
    .columns(["person_id", "post_id"])
    .execute();
  await db.schema
    .createIndex("thanks_of_post_by_time")
    .on("thanks")
    .columns(["post_id", "thanked_at", "person_id"])
    .execute();
}
