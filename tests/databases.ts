/** Databases of the PostgreSQL that the tests have started, each for one test. */
import pg from "pg";
import { inject } from "vitest";

/** Made from this: a migrated forum with the cast; or from nothing. */
export type Template = "forum" | "template0";

let keeper: Promise<pg.Client> | undefined;
let last = 0;
/** The next copy of the forum is made while the present test runs. */
let next: Promise<string> | undefined;

/** The address of a database that nobody else uses. */
export async function makePostgresDatabase(template: Template = "forum"): Promise<string> {
  if (template !== "forum") return make(template);
  const made = await (next ?? make(template));
  next = make(template);
  // Where the server is stopped first, this one is not needed.
  next.catch(() => {});
  return made;
}

/** Takes a database away, whoever is still connected to it. */
export async function dropPostgresDatabase(address: string) {
  const name = new URL(address).pathname.slice(1);
  await (await connect()).query(`drop database if exists ${name} with (force)`);
}

async function make(template: Template): Promise<string> {
  last += 1;
  const name = `test_${process.pid}_${last}`;
  // Copying files is quicker than going through the log, where nothing is at stake.
  await (await connect()).query(`create database ${name} template ${template} strategy file_copy`);
  return inject("postgres") + name;
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
