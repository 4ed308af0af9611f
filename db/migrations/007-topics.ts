import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>) {
  await db.schema
    .createIndex("topic_by_threads")
    .on("topic")
    .columns(["thread_count desc", "id"])
    .where(sql.ref("merged_into_id"), "is", null)
    .execute();
}
