/** What differs between engines, and nothing else. */
import type { CreateTableBuilder, Kysely } from "kysely";
import { sql } from "kysely";

/** A time, in seconds or milliseconds since 1970: more than 32 bits hold. */
export const time = "integer";
/** The id of a row of another table, as wide as ids are. */
export const reference = "integer";

/** A table with a whole-number id that is never used twice. */
export function tableWithId(db: Kysely<unknown>, name: string): CreateTableBuilder<string, "id"> {
  return table(db, name).addColumn("id", "integer", (column) =>
    column.primaryKey().autoIncrement(),
  ) as CreateTableBuilder<string, "id">;
}

/** A table that refuses values of another type. */
export function table(db: Kysely<unknown>, name: string) {
  return db.schema.createTable(name).modifyEnd(sql`strict`);
}

/** Makes a table refuse every change of what it holds. */
export async function makeAppendOnly(db: Kysely<unknown>, name: string) {
  for (const deed of ["update", "delete"]) {
    await sql
      .raw(
        `create trigger ${name}_no_${deed} before ${deed} on ${name} begin select raise(abort, '${name} is append only'); end`,
      )
      .execute(db);
  }
}
