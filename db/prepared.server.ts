/** Queries of hot paths: built and compiled once for each engine, then only run with their values. */
import {
  type Compilable,
  type CompiledQuery,
  type QueryResult,
  type RawBuilder,
  sql,
} from "kysely";
import { type Engine, engineOf } from "./dialect.server.ts";
import type { Db, Trx } from "./open.server.ts";
import { type Soon, whenThere } from "./soon.ts";

/** Stands in a query where a value comes later, by its name. */
export type ValueOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const place = (name: PropertyKey) => sql.val(new Place(String(name))) as RawBuilder<never>;

/** A handle that can answer what only reads at once; null for what is not. */
export interface ReadsAtOnce {
  /** Lets whatever is read for all requests that came at this moment be read as of one moment, and answers the number of what the database held as the requests came: another for those that come after anybody has written. Only for whoever takes a request. */
  readTogether(): number | null;
  readAtOnce<Row>(query: CompiledQuery): Row[] | null;
}

/** A handle whose transactions can run what is prepared without waiting, or such a transaction. */
export interface RunsAtOnce {
  runAtOnce<Row>(query: CompiledQuery): Row[];
}

/** Lets a transaction of a handle that can, run what is prepared at once, also before what it was asked for and has not answered yet; answers how to end that, with the transaction: each wait costs as much as a small statement, and a post has forty. */
export function letRunAtOnce(db: Db, trx: Trx): () => void {
  const { runAtOnce } = db as Partial<RunsAtOnce>;
  if (!runAtOnce) return () => {};
  const within = trx as Partial<RunsAtOnce>;
  within.runAtOnce = <Row>(query: CompiledQuery) => runAtOnce.call(db, query) as Row[];
  return () => {
    delete within.runAtOnce;
  };
}

/** Tells a handle that requests have come, so that it reads for them together where it can; answers the number of what the database held as they came, another for the next ones once anybody has written, and null where it does not know. */
export const readTogether = (db: Db): number | null =>
  (db as Partial<ReadsAtOnce>).readTogether?.() ?? null;

export interface Prepared<Values, Row> {
  all: (db: Db | Trx, values: Values) => Promise<Row[]>;
  first: (db: Db | Trx, values: Values) => Promise<Row | undefined>;
  /** As `first`, and where the handle can, without waiting: then it throws what `first` rejects with. */
  firstAtOnce: (db: Db | Trx, values: Values) => Soon<Row | undefined>;
}

/** A query by `build`, which names its values by `value("name")`; ten times cheaper than building it at each run. A list of numbers goes through `isAmong` of the dialect. */
export function prepared<Values extends object, Row>(
  build: (db: Db | Trx, value: ValueOf<Values>) => Compilable<Row>,
): Prepared<Values, Row> {
  const compiled = new Map<Engine, CompiledQuery>();
  function read(db: Db | Trx, values: Values): Soon<QueryResult<Row> | Row[]> {
    const engine = engineOf(db);
    let query = compiled.get(engine);
    if (!query) {
      query = build(db, place as ValueOf<Values>).compile();
      compiled.set(engine, query);
    }
    const parameters: unknown[] = [];
    for (const parameter of query.parameters) {
      const isPlace = parameter instanceof Place;
      parameters.push(isPlace ? valueFor(engine, values[parameter.name as never]) : parameter);
    }
    const asked = { query: query.query, queryId: query.queryId, sql: query.sql, parameters };
    const handle = db as Partial<ReadsAtOnce & RunsAtOnce>;
    const isWithin = db.isTransaction;
    const rows = isWithin ? handle.runAtOnce?.<Row>(asked) : handle.readAtOnce?.<Row>(asked);
    return rows ?? db.executeQuery<Row>(asked);
  }
  const rowsOf = (found: QueryResult<Row> | Row[]) => (Array.isArray(found) ? found : found.rows);
  return {
    all: async (db, values) => rowsOf(await read(db, values)),
    first: async (db, values) => rowsOf(await read(db, values))[0],
    firstAtOnce: (db, values) => whenThere(read(db, values), (found) => rowsOf(found)[0]),
  };
}

/** SQLite takes a list as JSON. */
const valueFor = (engine: Engine, value: unknown) =>
  engine === "sqlite" && Array.isArray(value) ? JSON.stringify(value) : value;
