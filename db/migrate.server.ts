/** Applies the migrations that a database has not seen, in order, each whole or not at all. */
import { setTimeout } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { migrations } from "./migrations/all.ts";
import { CannotOpen, type Db } from "./open.server.ts";

/** How often and how long the lock of another program is waited for, outside of the engine. */
const ATTEMPTS = 8;
const PAUSE = 250;

/** Migrates; whatever the engine says against it becomes one line. */
export async function migrate(db: Db): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyMigrations(db);
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? "");
      if (!code.startsWith("SQLITE_")) throw error;
      if (code === "SQLITE_BUSY" && attempt < ATTEMPTS) {
        await setTimeout(PAUSE);
        continue;
      }
      throw new CannotOpen(
        `The database cannot be used: ${(error as Error).message}. ${code === "SQLITE_BUSY" ? "Another program holds it; stop that first." : "Give it room and rights to write, or restore a backup."}`,
      );
    }
  }
}

/** Brings the database to the present version and answers how many migrations it applied; throws CannotOpen when the database is newer than this program. */
async function applyMigrations(db: Db): Promise<number> {
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
