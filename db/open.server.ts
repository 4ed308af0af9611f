/** Opens the forum's database from its address. */
import type { Kysely, Transaction } from "kysely";
import { openPostgres } from "./postgres.server.ts";
import type { Schema } from "./schema.ts";
import { openSqlite } from "./sqlite.server.ts";
import { CannotOpen } from "./trouble.ts";

export { wrapSqlite as wrapDatabase } from "./sqlite.server.ts";
export { CannotOpen } from "./trouble.ts";

/** The handle that every deed and read takes first. */
export type Db = Kysely<Schema>;
export type Trx = Transaction<Schema>;

/** Opens the database at `file:…` (made, with its folder, where there is none) or `postgres://…`; throws CannotOpen with one clear line. */
export function openDatabase(address: string): Db {
  if (address.startsWith("file:")) return openSqlite(address.slice("file:".length));
  if (/^postgres(ql)?:\/\//.test(address)) return openPostgres(address);
  throw new CannotOpen(
    `DATABASE_URL must begin with "file:" or "postgres://"; it is "${address.split(":")[0]}:…".`,
  );
}
