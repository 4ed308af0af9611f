/** One connection to PostgreSQL, for as long as a move takes. */
import pg from "pg";
import { hidePassword } from "./address.ts";
import { CannotMove } from "./cannot-move.ts";

/** Longest wait for a connection, in milliseconds. */
const PATIENCE = 10_000;

export class PostgresConnection {
  readonly #client: pg.Client;
  /** Where it leads, without a password. */
  readonly place: string;

  private constructor(client: pg.Client, place: string) {
    this.#client = client;
    this.place = place;
  }

  /** Connects; throws CannotMove with one clear line. */
  static async open(address: string): Promise<PostgresConnection> {
    if (!URL.canParse(address)) {
      throw new CannotMove(
        "An address of PostgreSQL looks like postgres://name:password@host:5432/forum.",
      );
    }
    const place = hidePassword(address);
    const client = new pg.Client({
      connectionString: address,
      application_name: "steelman-move",
      connectionTimeoutMillis: PATIENCE,
      statement_timeout: 0,
      idle_in_transaction_session_timeout: 0,
      keepAlive: true,
      types: { getTypeParser: (type, format) => readerOf(type, format) },
    });
    // A connection that breaks is told by the query that waits.
    client.on("error", () => {});
    try {
      await client.connect();
    } catch (error) {
      throw new CannotMove(
        `Cannot open ${place}: ${wordsOf(error)}. Check the address and that its server runs.`,
      );
    }
    return new PostgresConnection(client, place);
  }

  async exec(sql: string) {
    await this.#client.query(sql);
  }

  /** Rows as lists of values. */
  async rows<Found>(sql: string, values: unknown[] = []): Promise<Found[]> {
    const { rows } = await this.#client.query({ text: sql, values, rowMode: "array" });
    return rows as Found[];
  }

  /** The one value that a query gives; null where it gives no row. */
  async value<Found>(sql: string, values: unknown[] = []): Promise<Found | null> {
    return (await this.rows<[Found]>(sql, values))[0]?.[0] ?? null;
  }

  async close() {
    await this.#client.end().catch(() => {});
  }
}

function readerOf(type: number, format?: "text" | "binary"): (text: string) => unknown {
  if (type !== pg.types.builtins.INT8) return pg.types.getTypeParser(type, format as "text");
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number)) throw new Error(`${text} is no number of a forum.`);
    return number;
  };
}

/** Several addresses that were tried in vain are one error without words of its own. */
const wordsOf = (error: unknown) =>
  error instanceof AggregateError
    ? error.errors.map((one: Error) => one.message).join(", ")
    : (error as Error).message;
