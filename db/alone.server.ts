import { setTimeout } from "node:timers/promises";
import { letGo, tryToHold } from "./dialect.server.ts";
import type { Db } from "./open.server.ts";

/** How often is asked whether another process is done, in milliseconds. */
const PAUSE = 250;

/** Runs a deed while no other process on the same database runs one so: the others wait. A process that dies keeps nobody waiting. */
export const alone = <Answer>(db: Db, deed: () => Promise<Answer>): Promise<Answer> =>
  db.connection().execute(async (connection) => {
    while (!(await tryToHold(connection))) await setTimeout(PAUSE);
    try {
      return await deed();
    } finally {
      await letGo(connection);
    }
  });
