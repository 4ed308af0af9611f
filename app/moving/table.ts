/** What is known of a table, read from the database itself: no list of tables can be forgotten. */

export type Value = number | string | null;
export type Row = readonly Value[];

export interface Column {
  name: string;
  isText: boolean;
}

export interface Table {
  name: string;
  /** In the order of the schema. */
  columns: readonly Column[];
  /** Where the columns of the primary key stand among them, in the key's order. */
  key: readonly number[];
  references: readonly Reference[];
}

export interface Reference {
  column: string;
  table: string;
}

/** Tables that are about the database, not of the forum, and what every database makes for itself: what is searched, from the posts, and the versions of lists. */
export const notOfTheForum: readonly string[] = [
  ...["migration", "backup", "backup_seal"],
  ...["search", "list_version"],
];

export const keyOf = (table: Table, row: Row): Row => table.key.map((place) => row[place] ?? null);

/** The tables, each after all that it refers to; throws where they refer to one another in a ring. */
export function orderTables(tables: readonly Table[]): Table[] {
  const waiting = [...tables].sort((one, other) => (one.name < other.name ? -1 : 1));
  const ordered: Table[] = [];
  const isThere = (name: string) => ordered.some((table) => table.name === name);
  while (waiting.length > 0) {
    const place = waiting.findIndex((table) =>
      table.references.every(({ table: name }) => name === table.name || isThere(name)),
    );
    if (place < 0) {
      throw new Error(
        `These refer to one another: ${waiting.map((table) => table.name).join(", ")}.`,
      );
    }
    ordered.push(...waiting.splice(place, 1));
  }
  return ordered;
}

/** Whether a type is that of texts; throws for one that no forum has, since nobody would know how to move it. */
export function isTextType(type: string): boolean {
  if (/^text$/i.test(type)) return true;
  if (/^(integer|bigint)$/i.test(type)) return false;
  throw new Error(`Columns of type ${type} are not moved.`);
}

const quote = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quote).join(", ");
const nameAt = (table: Table) => (place: number) => table.columns[place]?.name ?? "";

/** SQL that either engine understands: rows in the order of the key, from the start or beyond a key on. `mark` writes the nth parameter: the key's values, then how many rows. */
export function readSql(table: Table, isFromStart: boolean, mark: (n: number) => string): string {
  const key = table.key.map(nameAt(table));
  const marks = key.map((_, index) => mark(index + 1)).join(", ");
  const beyond = isFromStart ? "" : ` where (${list(key)}) > (${marks})`;
  const limit = mark(isFromStart ? 1 : key.length + 1);
  return `select ${list(table.columns.map((column) => column.name))} from ${quote(table.name)}${beyond} order by ${list(key)} limit ${limit}`;
}

/** The beginning of an insert of whole rows. */
export const insertSql = (table: Table): string =>
  `insert into ${quote(table.name)} (${list(table.columns.map((column) => column.name))})`;

/** How two databases' tables differ, in words; null where they are the same. */
export function differenceOf(one: readonly Table[], other: readonly Table[]): string | null {
  const shapes = (tables: readonly Table[]) =>
    tables.map((table) =>
      [
        table.name,
        ...table.columns.map((column) => `${column.name} ${column.isText ? "text" : "integer"}`),
      ].join(", "),
    );
  const [here, there] = [shapes(one), shapes(other)];
  const odd = [
    ...here.filter((shape) => !there.includes(shape)),
    ...there.filter((shape) => !here.includes(shape)),
  ];
  return odd.length > 0 ? odd.join("; ") : null;
}
