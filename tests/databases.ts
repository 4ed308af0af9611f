/** Databases of the PostgreSQL that the tests have started, each for one test at a time. */
import pg from "pg";
import { inject } from "vitest";

/** A migrated forum with the cast, or nothing at all. */
export type Template = "forum" | "template0";

/** Rows after whose going a database is slower than a new one. */
const MANY_ROWS = 3_000;

let keeper: Promise<pg.Client> | undefined;
let last = 0;
/** Forums as new, for the next tests. */
const washed: string[] = [];

/** The address of a database that nobody else uses. */
export async function takePostgresDatabase(template: Template = "forum"): Promise<string> {
  const name = template === "forum" ? washed.pop() : undefined;
  return inject("postgres") + (name ?? (await make(template)));
}

async function make(template: Template): Promise<string> {
  last += 1;
  const name = `test_${process.pid}_${last}`;
  // Copying files is quicker than going through the log, where nothing is at stake.
  await (await connect()).query(`create database ${name} template ${template} strategy file_copy`);
  return name;
}

/** Takes a database back, whoever is still connected to it: a forum is made as new, which is quicker than making one. */
export async function giveBackPostgresDatabase(address: string, template: Template = "forum") {
  const name = new URL(address).pathname.slice(1);
  if (template === "forum" && (await wash(address))) washed.push(name);
  else await (await connect()).query(`drop database if exists ${name} with (force)`);
}

/** Puts back what the template holds; answers whether that was worth it. */
async function wash(address: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: address });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ wash: string }>("select wash from origin.wash");
    const answers = await client.query(rows[0]!.wash);
    const gone = [answers].flat().filter(({ command }) => command === "DELETE");
    return gone.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0) < MANY_ROWS;
  } catch {
    // A test may leave a forum that cannot be washed: without a table, or closed to writes.
    return false;
  } finally {
    await client.end();
  }
}

/** Keeps, beside the forum that is the template, what its tables hold and the statements that put it back. */
export async function keepOrigin(client: pg.Client) {
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const names = rows.map(({ name }) => `"${name}"`);
  await client.query("create schema origin");
  for (const name of names) await client.query(`create table origin.${name} as table ${name}`);
  const { rows: sequences } = await client.query<{ name: string; last: number | null }>(
    "select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'",
  );
  const wash = [
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    "set session_replication_role = replica",
    ...names.map((name) => `delete from ${name}`),
    ...names.map((name) => `insert into ${name} select * from origin.${name}`),
    ...sequences.map(
      ({ name, last }) => `select setval('${name}', ${last ?? 1}, ${last !== null})`,
    ),
  ];
  await client.query("create table origin.wash as select $1::text as wash", [wash.join(";\n")]);
}

function connect(): Promise<pg.Client> {
  keeper ??= (async () => {
    const client = new pg.Client({ connectionString: `${inject("postgres")}postgres` });
    client.on("error", () => {});
    await client.connect();
    return client;
  })();
  return keeper;
}
