/** The engine for more than one machine: PostgreSQL behind a pool of connections. */
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from "kysely";
import type Pg from "pg";
import type { Schema } from "./schema.ts";
import { Away, CannotOpen } from "./trouble.ts";

/** Loaded with the first connection: a forum on SQLite does without. */
let pg: typeof Pg;

/** Connections of one process. */
const CONNECTIONS = 10;
/** Longest that one statement runs, waits for a row, or lets an open transaction stand idle, and that a connection is waited for, in milliseconds. */
const STATEMENT_TIMEOUT = 5_000;
const LOCK_TIMEOUT = 2_000;
const IDLE_TIMEOUT = 10_000;
const CONNECT_TIMEOUT = 10_000;
/** A server that is gone without a word is given up after this, in milliseconds: a little later than it would have spoken itself. */
const ANSWER_TIMEOUT = STATEMENT_TIMEOUT + 2_000;
/** The same in a transaction that lifts the server's own bound; longer than any step of a migration takes. */
const LONG_ANSWER_TIMEOUT = 60 * 60_000;

/** The handle over the database at `postgres://…`; connections are made when they are needed, and made anew when they broke. Throws CannotOpen for an address that nobody can read. */
export function openPostgres(address: string): Kysely<Schema> {
  if (!URL.canParse(address) || new URL(address).pathname.length < 2) {
    throw new CannotOpen(
      'DATABASE_URL names no database; for PostgreSQL it takes one like "postgres://name:password@host:5432/forum".',
    );
  }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: () => makePool(address) }) });
}

async function makePool(address: string): Promise<PostgresPool> {
  pg = (await import("pg")).default;
  const wide = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: "steelman",
    statement_timeout: STATEMENT_TIMEOUT,
    lock_timeout: LOCK_TIMEOUT,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT,
    query_timeout: ANSWER_TIMEOUT,
    types: {
      // Whole numbers of 64 bits, and sums of them, as numbers: none of the forum's is too large for that.
      getTypeParser: (oid: number, format?: unknown) =>
        wide.has(oid) ? readNumber : pg.types.getTypeParser(oid, format as "text"),
    },
  });
  // Without a listener a connection that breaks would end the process; whoever uses it is told by its query.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return tellWhenAway(pool);
}

function readNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    throw new RangeError(`The database holds ${text}, which is too large to be counted with.`);
  }
  return number;
}

/** The pool, whose errors about the connection, not about the query, are of one kind. */
function tellWhenAway(pool: Pg.Pool): PostgresPool {
  return {
    connect: async () => {
      try {
        return asOurs(await pool.connect());
      } catch (error) {
        throw asAway(error);
      }
    },
    end: () => pool.end(),
  };
}

const ours = new WeakMap<Pg.PoolClient, PostgresPoolClient>();

function asOurs(client: Pg.PoolClient): PostgresPoolClient {
  const known = ours.get(client);
  if (known) return known;
  let away: Away | null = null;
  let isLong = false;
  const made = {
    query: async (text: string, values: unknown[]) => {
      // What comes after it on the same connection, a rollback, would only wait as long again.
      if (away) throw away;
      try {
        if (/^(set local statement_timeout = 0|commit|rollback)$/.test(text)) {
          isLong = text.startsWith("set");
        }
        const answerTime = isLong ? { query_timeout: LONG_ANSWER_TIMEOUT } : {};
        const asked = { text, values: values.map(withoutNul), ...answerTime };
        return refuseUndone(text, await client.query(asked));
      } catch (error) {
        const told = asAway(error);
        if (told instanceof Away) away = told;
        throw told;
      }
    },
    release: () => client.release(away !== null),
  } as unknown as PostgresPoolClient;
  ours.set(client, made);
  return made;
}

/** A commit after a query that failed, and whose error nobody minded, keeps nothing and says so by the way. */
function refuseUndone(text: string, answer: Pg.QueryResult): Pg.QueryResult {
  if (text !== "commit" || answer.command === "COMMIT") return answer;
  throw new RangeError("A query of this transaction had failed, so nothing of it was kept.");
}

/** PostgreSQL keeps no NUL in a text: one that nobody refused before is the sign for what is unknown. */
const withoutNul = (value: unknown) =>
  typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;

/** What the engine says of itself when it stops, starts or refuses connections. */
const AWAY = /^(08...|57P0.|53300)$/;

/** An error about the connection as Away, any other as it is. */
function asAway(error: unknown): unknown {
  const isFromEngine = error instanceof pg.DatabaseError;
  const isOurs = error instanceof RangeError || error instanceof TypeError;
  if (isOurs || (isFromEngine && !AWAY.test(error.code ?? ""))) return error;
  // A name with several addresses fails without a message of its own.
  const { message, code } = error as NodeJS.ErrnoException;
  return new Away(`The database cannot be reached: ${message || code}`, { cause: error });
}
