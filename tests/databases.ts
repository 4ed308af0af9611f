/** Databases of the PostgreSQL that the tests have started, each for one test at a time. */
import pg from "pg";
import { inject } from "vitest";

/** A migrated forum with the cast, one that was begun and stands empty, or nothing at all. */
export type Template = "forum" | "begun" | "template0";

/** Rows after whose going a database is slower than a new one. */
const MANY_ROWS = 3_000;

let keeper: Promise<pg.Client> | undefined;
let last = 0;
/** Forums as new, for the next tests. */
const washed: string[] = [];
/** Who washes each forum, by its address: connected from test to test, for what it does is planned once. */
const washers = new Map<string, pg.Client>();

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
  if (template === "forum" && (await wash(address))) {
    washed.push(name);
    return;
  }
  await washers.get(address)?.end();
  washers.delete(address);
  await (await connect()).query(`drop database if exists ${name} with (force)`);
}

/** Puts back what the template holds; answers whether that was worth it. */
async function wash(address: string): Promise<boolean> {
  try {
    const washer = washers.get(address) ?? (await openWasher(address));
    const { rows } = await washer.query<{ gone: number }>("select origin.wash() as gone");
    return rows[0]!.gone < MANY_ROWS;
  } catch {
    // A test may leave a forum that cannot be washed: without a table, or closed to writes.
    return false;
  }
}

async function openWasher(address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  client.on("error", () => {});
  await client.connect();
  // As a replica it sets off no trigger and minds no reference.
  await client.query("set session_replication_role = replica");
  washers.set(address, client);
  return client;
}

/** What a test may leave that rows do not tell. Whatever is changed there is written as a new row, by a transaction of a higher number. */
const catalogs = ["class", "attribute", "attrdef", "constraint", "index", "trigger", "proc"];
const SHAPE = `concat_ws(' ', ${catalogs
  .map((name) => `(select count(*) || ' ' || max(xmin::text::bigint) from pg_${name})`)
  .join(", ")}, (select string_agg(setconfig::text, ' ') from pg_db_role_setting
  join pg_database on pg_database.oid = setdatabase where datname = current_database()))`;

/** Keeps, beside the forum that is the template, what its tables hold and the function that puts it back: it answers how many rows have gone, and refuses where more than rows has changed. */
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
  const statements = [
    ...names.map(
      (name) => `delete from ${name}; get diagnostics these = row_count; gone := gone + these`,
    ),
    ...names.map((name) => `insert into ${name} select * from origin.${name}`),
    ...sequences.map(
      ({ name, last }) => `perform setval('${name}', ${last ?? 1}, ${last !== null})`,
    ),
  ];
  await client.query("create table origin.shape (shape text)");
  await client.query(`create function origin.wash() returns integer language plpgsql as $$
    declare gone integer := 0; these integer;
    begin
      if (select shape from origin.shape) <> (${SHAPE}) then raise 'not the same forum'; end if;
      perform pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid();
      ${statements.join(";\n")};
      return gone;
    end $$`);
  await client.query(`insert into origin.shape select ${SHAPE}`);
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
