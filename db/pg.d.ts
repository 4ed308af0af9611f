/** What the forum and its tests use of pg, whose types are a package apart. */
declare module "pg" {
  type Reader = (text: string) => unknown;
  interface Types {
    getTypeParser(oid: number, format?: "text" | "binary"): Reader;
  }
  interface Settings {
    connectionString: string;
    application_name?: string;
    connectionTimeoutMillis?: number;
    statement_timeout?: number;
    lock_timeout?: number;
    idle_in_transaction_session_timeout?: number;
    query_timeout?: number;
    keepAlive?: boolean;
    types?: Types;
  }
  interface Asked {
    text: string;
    values?: unknown[];
    rowMode?: "array";
    query_timeout?: number;
  }
  namespace Pg {
    // biome-ignore lint/suspicious/noExplicitAny: what a row holds, its query says.
    interface QueryResult<Row = any> {
      command: string;
      rows: Row[];
      rowCount: number | null;
    }
    class Client {
      constructor(settings: Settings);
      connect(): Promise<void>;
      // biome-ignore lint/suspicious/noExplicitAny: the same.
      query<Row = any>(asked: string | Asked, values?: unknown[]): Promise<QueryResult<Row>>;
      on(event: "error", listener: (error: Error) => void): this;
      end(): Promise<void>;
    }
    interface PoolClient extends Client {
      release(isBroken?: boolean): void;
    }
    class Pool {
      constructor(settings: Settings & { max?: number });
      connect(): Promise<PoolClient>;
      on(event: "error", listener: (error: Error) => void): this;
      on(event: "connect", listener: (client: PoolClient) => void): this;
      end(): Promise<void>;
    }
    class DatabaseError extends Error {
      code: string | undefined;
    }
    const types: Types & { builtins: Record<"INT8" | "NUMERIC", number> };
  }
  export default Pg;
}
