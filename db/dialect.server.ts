/** What differs between engines, and nothing else. */
import {
  type CreateTableBuilder,
  DataTypeNode,
  type Expression,
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  PostgresAdapter,
  type RawBuilder,
  RawNode,
  type RootOperationNode,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
} from "kysely";

export type Engine = "sqlite" | "postgres";

/** A handle or a transaction, whatever tables it knows. */
type Handle = Pick<Kysely<never>, "getExecutor">;

/** The engine behind a handle. */
export const engineOf = (db: Handle): Engine =>
  db.getExecutor().adapter instanceof PostgresAdapter ? "postgres" : "sqlite";

/** A time, in seconds or milliseconds since 1970: more than 32 bits hold. */
export const time = "integer";
/** The id of a row of another table, as wide as ids are. */
export const reference = "integer";

/** A table with a whole-number id that is never used twice. */
export function tableWithId(db: Kysely<unknown>, name: string): CreateTableBuilder<string, "id"> {
  return table(db, name).addColumn("id", "integer", (column) =>
    engineOf(db) === "sqlite"
      ? column.primaryKey().autoIncrement()
      : column.generatedByDefaultAsIdentity().primaryKey(),
  ) as CreateTableBuilder<string, "id">;
}

/** A table that refuses values of another type. */
export function table(db: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const begun = db.schema.createTable(name);
  return engineOf(db) === "sqlite" ? begun.modifyEnd(sql`strict`) : begun;
}

/** The same, whose rows lie in the order of their key: what is near by key is read and written together. It has no id of its own. */
export function tableByKey(db: Kysely<unknown>, name: string): CreateTableBuilder<string> {
  const begun = db.schema.createTable(name);
  return engineOf(db) === "sqlite" ? begun.modifyEnd(sql`strict, without rowid`) : begun;
}

/** Makes a table refuse every change of what it holds. */
export async function makeAppendOnly(db: Kysely<unknown>, name: string) {
  const refusal = `'${name} is append only'`;
  if (engineOf(db) === "postgres") {
    await sql
      .raw(
        `create function ${name}_refuse() returns trigger language plpgsql as $$ begin raise exception ${refusal}; end $$;
        create trigger ${name}_no_change before update or delete on ${name} for each row execute function ${name}_refuse()`,
      )
      .execute(db);
    return;
  }
  for (const deed of ["update", "delete"]) {
    await sql
      .raw(
        `create trigger ${name}_no_${deed} before ${deed} on ${name} begin select raise(abort, ${refusal}); end`,
      )
      .execute(db);
  }
}

/** PostgreSQL's types for those that migrations name: whole numbers as wide as SQLite's, texts compared byte by byte as SQLite does. */
class PostgresTypes extends OperationNodeTransformer {
  protected override transformDataType(node: DataTypeNode): DataTypeNode {
    if (node.dataType === "integer") return DataTypeNode.create("bigint");
    if (node.dataType === "text") {
      return RawNode.createWithSql('text collate "C"') as unknown as DataTypeNode;
    }
    return node;
  }
}

/** Lets migrations name SQLite's types on either engine. */
export class EngineTypes implements KyselyPlugin {
  readonly #types = new PostgresTypes();
  readonly #engine: Engine;
  constructor(engine: Engine) {
    this.#engine = engine;
  }
  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    return this.#engine === "postgres" ? this.#types.transformNode(node) : node;
  }
  async transformResult<Result>({ result }: { result: Result }): Promise<Result> {
    return result;
  }
}

/** Keeps every other migration away until the transaction ends, and lets this one take its time. SQLite's transactions do both. */
export async function beginMigration(trx: Kysely<unknown>) {
  if (engineOf(trx) === "sqlite") return;
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql`set local lock_timeout = 0`.execute(trx);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`.execute(trx);
}

/** The id that the caller's transaction gives the next row of a table, where it names it itself. */
export const nextId = (db: Handle, name: string): RawBuilder<number> =>
  engineOf(db) === "sqlite"
    ? sql`max(coalesce((select seq from sqlite_sequence where name = ${sql.lit(name)}), 0),
        coalesce((select max(id) from ${sql.table(name)}), 0)) + 1`
    : sql`nextval(pg_get_serial_sequence(${sql.lit(name)}, 'id'))`;

/** Lets a process that makes no index keep in memory from now on what a deed among others may have to undo: SQLite has a file for it, in which a reply writes as many pages as it commits. */
export async function undoInMemory(db: Handle) {
  if (engineOf(db) === "sqlite") await sql`pragma temp_store = memory`.execute(db);
}

/** Any numbers that nothing else locks: "steelman" in letters' places, and the next. */
const MIGRATION_LOCK = 19_200_512_131_114;
const LONE_LOCK = MIGRATION_LOCK + 1;

/** Whether this connection holds, from now until it lets go or closes, what one connection holds at a time. A forum on SQLite is one process, which always does. */
export async function tryToHold(connection: Handle): Promise<boolean> {
  if (engineOf(connection) === "sqlite") return true;
  const held = sql<{
    isHeld: boolean;
  }>`select pg_try_advisory_lock(${LONE_LOCK}::bigint) as "isHeld"`;
  return (await held.execute(connection)).rows[0]!.isHeld;
}

/** Lets go of it. */
export async function letGo(connection: Handle) {
  if (engineOf(connection) === "sqlite") return;
  await sql`select pg_advisory_unlock(${LONE_LOCK}::bigint)`.execute(connection);
}

/** Takes the rows for this transaction and passes over those that another has taken. SQLite writes one transaction at a time, so nothing is taken there. */
export function skipLocked<Tables, Table extends keyof Tables, Row>(
  db: Handle,
  query: SelectQueryBuilder<Tables, Table, Row>,
): SelectQueryBuilder<Tables, Table, Row> {
  return engineOf(db) === "sqlite" ? query : query.forUpdate().skipLocked();
}

/** Whether a column is one of a list of numbers that is one value of the query: for a query that is prepared once, however long the list. */
export function isAmong(
  db: Handle,
  column: Expression<number | null>,
  list: Expression<readonly number[]>,
): RawBuilder<SqlBool> {
  return engineOf(db) === "sqlite"
    ? sql<SqlBool>`${column} in (select value from json_each(${list}))`
    : sql<SqlBool>`${column} = any(${list}::bigint[])`;
}

/** Lets a table's ids go on after its greatest, where rows came with ids of their own. SQLite does so by itself. */
export async function goOnFromGreatestId(db: Handle, table: string) {
  if (engineOf(db) === "sqlite") return;
  await sql`select setval(pg_get_serial_sequence(${table}, 'id'), max(id)) from ${sql.table(table)}`.execute(
    db,
  );
}

/** Lets SQLite's connection that writes hold so many megabytes of the database, until it closes: pages that are written often are then written out once. */
export async function holdInMemory(db: Handle, megabytes: number) {
  if (engineOf(db) === "postgres") return;
  await sql.raw(`pragma cache_size = -${megabytes * 1024}`).execute(db);
}

/** What the engine calls an error; empty where it is not the engine's. */
export const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? "");

/** Whether an error says that a transaction met another one and may succeed when it is tried again. */
export const isConflict = (error: unknown): boolean =>
  /^(SQLITE_BUSY.*|40001|40P01)$/.test(codeOf(error));

/** Whether an error says that a row of the same key was there already: on PostgreSQL also one that another process wrote since the transaction began, which sees it when it is tried again. */
export const mayBeConflict = (error: unknown): boolean => codeOf(error) === "23505";

/** Whether an error says that somebody else lets go of nothing, or that an answer takes too long: who asks next would wait as long. */
export const keepsWaiting = (error: unknown): boolean => /^(55P03|57014)$/.test(codeOf(error));

/** Whether an error says that the engine keeps nothing at this moment: its disk is full or takes no writes, a row is not let go of, or it takes too long. */
export const takesNoWrites = (error: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN).*|25006|53...|55P03|57014|58030)$/.test(codeOf(error));
