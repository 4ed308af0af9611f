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
  throw new CannotOpen(`DATABASE_URL must begin with "file:" or "postgres://"; ${seen(address)}.`);
}

/** As much of an address as may be shown: no name, no password. */
function seen(address: string): string {
  const scheme = /^[a-z]+(?=:)/i.exec(address)?.[0];
  return scheme ? `it is "${scheme}:…"` : "it has no such beginning";
}
