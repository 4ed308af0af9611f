/** Moderation: rules, flags, cases, acts of power and appeals, and texts that are kept away. */
import { type Kysely, sql } from "kysely";
import { reference, table, tableByKey, tableWithId, time } from "../dialect.server.ts";

export async function up(db: Kysely<unknown>) {
  await knowMore(db);
  await makeRules(db);
  await makeCases(db);
  await makeFlags(db);
  await makeActs(db);
  await makeKeptTexts(db);
}

async function knowMore(db: Kysely<unknown>) {
  for (const name of ["suspended_until", "slowed_until"]) {
    await db.schema.alterTable("person").addColumn(name, time).execute();
  }
  for (const name of ["slow_seconds", "quiet_until", "hidden_at"]) {
    await db.schema.alterTable("thread").addColumn(name, time).execute();
  }
  await db.schema
    .createIndex("thread_while_quiet")
    .on("thread")
    .column("quiet_until")
    .where(sql<boolean>`quiet_until is not null`)
    .execute();
  await db.schema
    .alterTable("thread")
    .addColumn("merged_into_id", reference, (column) => column.references("thread.id"))
    .execute();
  await db.schema
    .createIndex("thread_merged_by_opening")
    .on("thread")
    .column("opening_post_id")
    .where(sql<boolean>`merged_into_id is not null`)
    .execute();
  await db.schema
    .alterTable("post")
    .addColumn("state", "text", (column) => column.notNull().defaultTo("published"))
    .execute();
  for (const name of ["is_taken_back", "public_from"]) {
    await db.schema
      .alterTable("post")
      .addColumn(name, "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  }
  await db.schema
    .alterTable("vote")
    .addColumn("halvings", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable("letter").addColumn("thread_ids", "text").execute();
  await sql`update post set is_taken_back = 1 where withdrawn_at is not null`.execute(db);
}

async function makeRules(db: Kysely<unknown>) {
  await tableWithId(db, "rule")
    .addColumn("slug", "text", (column) => column.notNull().unique())
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("changed_at", time, (column) => column.notNull())
    .addColumn("retired_at", time)
    .execute();
}

async function makeCases(db: Kysely<unknown>) {
  await tableWithId(db, "case")
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("thread_id", reference, (column) => column.notNull().references("thread.id"))
    .addColumn("author_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("rule_id", reference, (column) => column.references("rule.id"))
    .addColumn("passage", "text")
    .addColumn("post_version", "integer", (column) => column.notNull())
    .addColumn("score", "integer")
    .addColumn("own_weight", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("other_weight", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("flag_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("insult", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("priority", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("is_urgent", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("is_found", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("waits_for", "text")
    .addColumn("waits_since", time)
    .addColumn("due_at", time)
    .addColumn("ask_count", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("version", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("opened_at", time, (column) => column.notNull())
    .addColumn("decided_at", time)
    .addColumn("decided_by_id", reference, (column) => column.references("person.id"))
    .addColumn("closed_at", time)
    .execute();
  for (const by of ["", "kind"]) {
    await db.schema
      .createIndex(by ? `case_that_waits_by_${by}` : "case_that_waits")
      .on("case")
      .columns([by, "waits_for", "priority desc", "id"].filter(Boolean))
      .where(sql<boolean>`closed_at is null`)
      .execute();
  }
  await db.schema
    .createIndex("case_open_of_post")
    .unique()
    .on("case")
    .column("post_id")
    .where(sql<boolean>`closed_at is null`)
    .execute();
  await db.schema.createIndex("case_of_post").on("case").columns(["post_id", "id"]).execute();
  await db.schema
    .createIndex("case_by_due")
    .on("case")
    .columns(["due_at", "id"])
    .where(sql<boolean>`due_at is not null`)
    .execute();
  await db.schema
    .createIndex("case_of_author")
    .on("case")
    .columns(["author_id", "opened_at desc", "id desc"])
    .execute();
  await db.schema
    .createIndex("case_by_rule_decided")
    .on("case")
    .columns(["rule_id", "decided_at desc", "id desc"])
    .where(sql<boolean>`decided_at is not null`)
    .execute();
  await db.schema
    .createIndex("case_open_of_thread")
    .on("case")
    .columns(["thread_id", "state"])
    .where(sql<boolean>`closed_at is null`)
    .execute();
  await tableByKey(db, "clearing")
    .addColumn("case_id", reference, (column) => column.notNull().references("case.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("case_version", "integer", (column) => column.notNull())
    .addColumn("said_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("clearing_key", ["case_id", "person_id"])
    .execute();
}

async function makeFlags(db: Kysely<unknown>) {
  await tableWithId(db, "flag")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("case_id", reference, (column) => column.notNull().references("case.id"))
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("passage", "text")
    .addColumn("note", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("weight", "integer", (column) => column.notNull())
    .addColumn("is_own_side", "integer", (column) => column.notNull())
    .addColumn("counts", "integer", (column) => column.notNull().defaultTo(1))
    .addColumn("flagged_at", time, (column) => column.notNull())
    .addColumn("verdict", "text")
    .addColumn("decided_at", time)
    .execute();
  await db.schema
    .createIndex("flag_open_of_person")
    .unique()
    .on("flag")
    .columns(["post_id", "person_id"])
    .where(sql<boolean>`decided_at is null`)
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`flag_${name}`).on("flag").columns(columns);
  await index("of_post", ["post_id", "person_id"]).execute();
  await index("of_case", ["case_id", "id"]).execute();
  await index("of_person", ["person_id", "flagged_at"]).execute();
  await db.schema
    .createIndex("flag_of_person_decided")
    .on("flag")
    .columns(["person_id", "verdict", "counts"])
    .where(sql<boolean>`verdict is not null`)
    .execute();
}

async function makeActs(db: Kysely<unknown>) {
  await table(db, "action")
    .addColumn("id", reference, (column) => column.primaryKey().references("event.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("office", "text", (column) => column.notNull())
    .addColumn("by_id", reference, (column) => column.references("person.id"))
    .addColumn("about_id", reference, (column) => column.references("person.id"))
    .addColumn("case_id", reference, (column) => column.references("case.id"))
    .addColumn("post_id", reference, (column) => column.references("post.id"))
    .addColumn("thread_id", reference, (column) => column.references("thread.id"))
    .addColumn("rule_id", reference, (column) => column.references("rule.id"))
    .addColumn("before", "text")
    .addColumn("is_decision", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("until_at", time)
    .addColumn("at", time, (column) => column.notNull())
    .addColumn("undoes_id", reference, (column) => column.references("action.id"))
    .addColumn("undone_at", time)
    .addColumn("undone_by_id", reference)
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`action_${name}`).on("action").columns(columns);
  await index("of_case", ["case_id", "id"]).execute();
  await index("about", ["about_id", "id desc"]).execute();
  await index("by", ["by_id", "at"]).execute();
  await index("by_kind", ["kind", "id desc"]).execute();
  await index("by_rule", ["rule_id", "id desc"]).execute();
  await index("by_time", ["at", "kind"]).execute();
  await index("of_thread", ["thread_id", "id desc"]).execute();
  await index("of_post", ["post_id", "id desc"]).execute();
  await index("decisions", ["id desc"]).where(sql<boolean>`is_decision = 1`).execute();
  await tableWithId(db, "appeal")
    .addColumn("action_id", reference, (column) =>
      column.notNull().unique().references("action.id"),
    )
    .addColumn("person_id", reference, (column) => column.notNull().references("person.id"))
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("former_state", "text")
    .addColumn("former_left", "integer")
    .addColumn("made_at", time, (column) => column.notNull())
    .addColumn("due_at", time, (column) => column.notNull())
    .addColumn("decided_at", time)
    .addColumn("decided_by_id", reference, (column) => column.references("person.id"))
    .addColumn("verdict", "text")
    .addColumn("reason", "text")
    .execute();
  await db.schema
    .createIndex("appeal_that_waits")
    .on("appeal")
    .columns(["due_at", "id"])
    .where(sql<boolean>`decided_at is null`)
    .execute();
  await db.schema.createIndex("appeal_of_person").on("appeal").columns(["person_id"]).execute();
}

async function makeKeptTexts(db: Kysely<unknown>) {
  await tableByKey(db, "kept_text")
    .addColumn("post_id", reference, (column) => column.notNull().references("post.id"))
    .addColumn("why", "text", (column) => column.notNull())
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("title", "text")
    .addColumn("head", "text")
    .addColumn("body", "text", (column) => column.notNull())
    .addColumn("html", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("renderer", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("is_other", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("kept_at", time, (column) => column.notNull())
    .addPrimaryKeyConstraint("kept_text_key", ["post_id", "why", "version"])
    .execute();
}
