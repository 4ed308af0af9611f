/** Applies the migrations that a database has not seen, in order, each whole or not at all. */
import { setTimeout } from "node:timers/promises";
import { type Kysely, sql } from "kysely";
import { beginMigration, codeOf, EngineTypes, engineOf, isConflict } from "./dialect.server.ts";
import { migrations } from "./migrations/all.ts";
import type { Db } from "./open.server.ts";
import { Away, CannotOpen } from "./trouble.ts";

/** How often and how long the lock of another program is waited for, outside of the engine. */
const ATTEMPTS = 8;
const PAUSE = 250;
/** The oldest PostgreSQL that is tried, as it counts its versions. */
const OLDEST_POSTGRES = 140_000;

/** Migrates, and answers how many migrations it applied; throws CannotOpen with one line where the engine is too old, cannot be reached, or says anything against it. */
export async function migrate(db: Db): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (attempt === 1) await checkEngine(db);
      return await applyMigrations(db);
    } catch (error) {
      if (isConflict(error) && attempt < ATTEMPTS) {
        await setTimeout(PAUSE);
        continue;
      }
      throw asCannotOpen(error);
    }
  }
}

function asCannotOpen(error: unknown): unknown {
  const { message } = error as Error;
  const isOfEngine = error instanceof Away || /^(SQLITE_|[0-9A-Z]{5}$)/.test(codeOf(error));
  return isOfEngine
    ? new CannotOpen(`The database cannot be used: ${message}. ${whatToDo(error)}`)
    : error;
}

function whatToDo(error: unknown): string {
  if (error instanceof Away) return "Start PostgreSQL, or set DATABASE_URL.";
  if (/^(28...|3D000|42501)$/.test(codeOf(error))) {
    return "Look at the name, the password and the database in DATABASE_URL.";
  }
  if (isConflict(error)) return "Another program holds it; stop that first.";
  return "Give it room and rights to write, or restore a backup.";
}

/** Refuses a PostgreSQL that is too old, or that keeps texts in anything but UTF-8. */
async function checkEngine(db: Db) {
  if (engineOf(db) === "sqlite") return;
  const { rows } = await sql<{ version: number; encoding: string }>`
    select current_setting('server_version_num')::bigint as version, current_setting('server_encoding') as encoding`.execute(
    db,
  );
  const { version, encoding } = rows[0]!;
  if (version < OLDEST_POSTGRES) {
    throw new CannotOpen(
      `This PostgreSQL has version ${Math.floor(version / 10_000)}; Steelman takes ${OLDEST_POSTGRES / 10_000} and later. Install a newer one.`,
    );
  }
  if (encoding !== "UTF8") {
    throw new CannotOpen(
      `This database keeps texts as ${encoding}. Make one with "create database forum encoding 'UTF8' template template0".`,
    );
  }
}

/** Brings the database to the present version and answers how many migrations it applied; throws CannotOpen when the database is newer than this program. */
async function applyMigrations(db: Db): Promise<number> {
  const handle = (db as unknown as Kysely<unknown>).withPlugin(new EngineTypes(engineOf(db)));
  let applied = 0;
  for (const [index, migration] of migrations.entries()) {
    const version = index + 1;
    const isNew = await handle.transaction().execute(async (trx) => {
      await beginMigration(trx);
      const present = await readVersion(trx);
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

async function readVersion(trx: Kysely<unknown>): Promise<number> {
  await sql`create table if not exists migration (version integer primary key, name text not null)`.execute(
    trx,
  );
  const { rows } = await sql<{
    version: number | null;
  }>`select max(version) as version from migration`.execute(trx);
  const present = rows[0]?.version ?? 0;
  if (present > migrations.length) {
    throw new CannotOpen(
      `The database has version ${present}, this program knows ${migrations.length}. Install the newer Steelman, or restore a backup from before.`,
    );
  }
  return present;
}
