/** What happens to a forum from outside of it, on either engine. */
import { sql } from "kysely";
import { engineOf } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";

/** Lets an update happen right after each insert into a table, in its transaction; answers how to end that. */
export async function updateAfterInsert(db: Db, table: string, update: string) {
  if (engineOf(db) === "sqlite") {
    const trigger = `create trigger between_them after insert on ${table} begin ${update}; end`;
    await sql.raw(trigger).execute(db);
    return () => sql`drop trigger between_them`.execute(db);
  }
  await sql
    .raw(
      `create function between_them() returns trigger language plpgsql as $$ begin ${update}; return null; end $$;
      create trigger between_them after insert on ${table} for each row execute function between_them()`,
    )
    .execute(db);
  return () => sql`drop function between_them cascade`.execute(db);
}

/** Makes the database refuse every update of a column. */
export async function refuseUpdates(db: Db, table: string, column: string) {
  const trigger = `create trigger unkept before update of ${column} on ${table}`;
  if (engineOf(db) === "sqlite") {
    await sql.raw(`${trigger} begin select raise(abort, 'not kept'); end`).execute(db);
    return;
  }
  await sql
    .raw(
      `create function unkept() returns trigger language plpgsql as $$ begin raise 'not kept'; end $$;
      ${trigger} for each row execute function unkept()`,
    )
    .execute(db);
}

/** Makes the database refuse every write, as on a disk that became read-only, or take writes again. */
export async function takesWrites(db: Db, isSo: boolean) {
  if (engineOf(db) === "sqlite") {
    await sql.raw(`pragma query_only = ${isSo ? "off" : "on"}`).execute(db);
    return;
  }
  // It may be read-only now: that is changed by whoever says so for itself.
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const setting = `default_transaction_read_only = ${isSo ? "off" : "on"}`;
  await sql
    .raw(`begin read write; alter database ${rows[0]!.name} set ${setting}; commit`)
    .execute(db);
  // Whoever is connected keeps what was set before.
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
  await sql.raw(`set ${setting}`).execute(db);
}

/** Lets ids go on after the greatest one that is there, as SQLite's do: PostgreSQL's have gaps where something was undone, and know nothing of ids that were given. */
export async function goOnFromGreatestId(db: Db | Trx) {
  if (engineOf(db) === "sqlite") return;
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and is_identity = 'YES'`.execute(db);
  for (const { name } of rows) {
    await sql
      .raw(
        `select setval(pg_get_serial_sequence('${name}', 'id'), coalesce(max(id), 0) + 1, false) from "${name}"`,
      )
      .execute(db);
  }
}
