/** One side of a move: a forum's database as rows, whatever its engine. */
import type { Row, Table } from "./table.ts";

export interface Side {
  /** Where it is, in words, without a password. */
  readonly place: string;
  /** Each after all that it refers to. */
  readonly tables: readonly Table[];
  count(table: Table): Promise<number>;
  /** Rows in the order of the primary key, at most so many, beyond a key. */
  readAfter(table: Table, key: Row | null, limit: number): Promise<Row[]>;
  /** The greatest id that was ever given to a row, also to one that is gone; 0 where ids are not given by the engine. */
  lastId(table: Table): Promise<number>;
  close(): Promise<void>;
}

export interface Source extends Side {
  /** The version of its tables. */
  readonly version: number;
  /** A row with a character that only SQLite keeps in a text; null where there is none. */
  findNul(): Promise<{ table: string; column: string; key: Row } | null>;
}

/** A side that is empty and is filled, whole or not at all. */
export interface Target extends Side {
  insert(table: Table, rows: readonly Row[]): Promise<void>;
  /** Ends a table: no later row gets an id up to the one given. */
  finish(table: Table, lastId: number): Promise<void>;
  /** Keeps what was inserted; until then nobody sees it. */
  keep(): Promise<void>;
  /** Leaves everything as it was. */
  abandon(): Promise<void>;
}
