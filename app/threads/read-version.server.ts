import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Soon, whenThere } from "#db/soon.ts";

const versionOf = prepared((db, value: ValueOf<{ threadId: number }>) =>
  db.selectFrom("thread").select("version").where("id", "=", value("threadId")),
);

/** Rises with whatever a thread's page shows; null for a thread that is not there. */
export const readThreadVersion = (db: Db, threadId: number): Soon<number | null> =>
  whenThere(versionOf.firstAtOnce(db, { threadId }), (thread) => thread?.version ?? null);
