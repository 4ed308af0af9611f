/** Rows for every table of a forum, with whatever a column may hold; the same for the same seed. */
import { SqliteFile } from "#app/moving/sqlite-file.server.ts";
import { SqliteSide } from "#app/moving/sqlite-side.server.ts";
import { insertSql, type Table, type Value } from "#app/moving/table.ts";

/** Whole numbers below a bound. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What may be taken for something else on the way. */
const pieces = [
  ...["", "NULL", "null", "{}", "{", "}", ",", '"', "'", "\\", "\\\\", '\\"', "$1", "?", "\n"],
  ...[
    "\r\n",
    "\t",
    " ",
    "\u0001",
    "\u007f",
    "\u00a0",
    "é",
    "e\u0301",
    "ß",
    "İ",
    "漢字",
    "\u{1f600}",
  ],
  ...[
    "\ufeff",
    "\ufffd",
    "\u2028",
    "\uffff",
    "a",
    "Z",
    "_",
    "%",
    "--",
    "/*",
    "0",
    "-1",
    "x".repeat(900),
  ],
];

/** Columns that take only some values. */
const chosen: Record<string, readonly Value[]> = {
  "person.role": ["member", "moderator", "administrator"],
};

/** Puts up to so many rows into each table; of some, the newest are gone again. */
export function fillAtRandom(file: string, seed: number, most: number) {
  const draw = dice(seed);
  const sqlite = new SqliteFile(file, { isReadOnly: false });
  sqlite.exec("pragma foreign_keys = off");
  sqlite.exec("begin");
  const { tables } = new SqliteSide(sqlite, file);
  // The cast makes room.
  for (const table of tables) {
    if (table.name !== "event") sqlite.exec(`delete from "${table.name}"`);
  }
  for (const table of tables) {
    const sql = insertSql(table).replace("insert", "insert or ignore");
    const marks = table.columns.map(() => "?").join(", ");
    const count = 2 + draw(most);
    for (let number = 1; number <= count; number += 1) {
      sqlite.run(`${sql} values (${marks})`, ...makeRow(sqlite, table, number, draw));
    }
  }
  forgetTheNewest(sqlite, tables);
  mendReferences(sqlite, tables);
  sqlite.exec("commit");
  sqlite.close();
}

function makeRow(
  sqlite: SqliteFile,
  table: Table,
  number: number,
  draw: (below: number) => number,
): Value[] {
  return table.columns.map(({ name, isText }) => {
    const reference = table.references.find(({ column }) => column === name);
    if (reference?.table === table.name) return draw(3) === 0 ? null : 3 * (1 + draw(number + 9));
    if (reference) {
      const ids = sqlite.rows<[number]>(`select id from "${reference.table}"`);
      return ids[draw(ids.length)]?.[0] ?? null;
    }
    if (name === "id") return number * 3;
    const values = chosen[`${table.name}.${name}`];
    if (values) return values[draw(values.length)] ?? null;
    if (!isText) return [number, 0, -1, Number.MAX_SAFE_INTEGER, draw(2 ** 31)][draw(5)] ?? 0;
    return Array.from({ length: 1 + draw(6) }, () => pieces[draw(pieces.length)]).join("");
  });
}

/** Their ids must not come back. */
function forgetTheNewest(sqlite: SqliteFile, tables: readonly Table[]) {
  for (const name of ["invitation", "revision", "topic"]) {
    if (!tables.some((table) => table.name === name)) continue;
    sqlite.exec(`delete from "${name}" where id = (select max(id) from "${name}")`);
  }
}

/** Takes away references, and then rows, that lead to what is not there. */
function mendReferences(sqlite: SqliteFile, tables: readonly Table[]) {
  for (const { name, references } of tables) {
    for (const { column } of references.filter(({ table }) => table === name)) {
      sqlite.exec(
        `update "${name}" set "${column}" = null where "${column}" not in (select id from "${name}")`,
      );
    }
  }
  // In this order: a row that goes takes those with it that lead to it.
  for (const { name, references } of tables) {
    for (const { column, table } of references) {
      sqlite.exec(
        `delete from "${name}" where "${column}" is not null and "${column}" not in (select id from "${table}")`,
      );
    }
  }
}
