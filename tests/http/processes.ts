/** Several processes of the built forum on one PostgreSQL, as if behind one proxy. */
import pg from "pg";
import { freePort } from "../free-port.ts";
import { type RunningServer, startServer } from "./server.ts";
import { Visitor } from "./visitor.ts";

/** The address that the proxy would have. */
export const ORIGIN = "http://localhost:8080";

/** A process, and where it listens itself. */
export interface Process extends RunningServer {
  own: string;
}

/** Makes an empty database on the PostgreSQL at `url`; answers its address. */
export async function makeDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: `${url}postgres` });
  await client.connect();
  await client.query(`create database ${name} template template0`);
  await client.end();
  return url + name;
}

/** Starts a process on a database. */
export async function startProcess(
  database: string,
  env: Record<string, string> = {},
): Promise<Process> {
  const port = String(await freePort());
  const server = await startServer({ database, env: { FORUM_ORIGIN: ORIGIN, PORT: port, ...env } });
  return { ...server, own: `http://127.0.0.1:${port}` };
}

/** Somebody whom the proxy leads to any process, one after the other or whichever is named. */
export class Proxied extends Visitor {
  /** The same browser, led to another process. */
  on({ own }: Process): Proxied {
    const other = new Proxied(own);
    (other as { cookies: Visitor["cookies"] }).cookies = this.cookies;
    return other;
  }

  override ask(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
    const { origin = "" } = headers;
    const sent = { ...headers, origin: origin === this.origin ? ORIGIN : origin };
    return super.ask(method, path, sent, body);
  }
}
