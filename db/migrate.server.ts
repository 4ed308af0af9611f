/** Applies the migrations that a database has not seen, in order, each whole or not at all. */
import { type Kysely, sql } from "kysely";
import { migrations } from "./migrations/all.ts";
import { CannotOpen, type Db } from "./open.server.ts";

/** Brings the database to the present version and answers how many migrations it applied; throws CannotOpen when the database is newer than this program. */
export async function migrate(db: Db): Promise<number> {
  const handle = db as unknown as Kysely<unknown>;
  await sql`create table if not exists migration (version integer primary key, name text not null)`.execute(
    handle,
  );
  let applied = 0;
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1;
    const isNew = await handle.transaction().execute(async (trx) => {
      const { rows } = await sql<{
        version: number | null;
      }>`select max(version) as version from migration`.execute(trx);
      const present = rows[0]?.version ?? 0;
      if (present > migrations.length) {
        throw new CannotOpen(
          `The database has version ${present}, this program knows ${migrations.length}. Install the newer Steelman, or restore a backup from before.`,
        );
      }
      if (present >= version) return false;
      await migration.up(trx);
      await sql`insert into migration (version, name) values (${version}, ${migration.name})`.execute(
        trx,
      );
      return true;
    });
    if (isNew) applied += 1;
  }
  return applied;
}
