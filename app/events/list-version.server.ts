/** How new the lists of threads, posts, topics and people are, for those who keep them. */
import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type Soon, whenThere } from "#db/soon.ts";

/** Rows of the table. */
const SHARES = 16;

const raise = prepared((db, value: ValueOf<{ share: number }>) =>
  db
    .updateTable("list_version")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("share", "=", value("share")),
);

/** Lets everybody's next list show what the transaction changed; deeds at the same moment hinder each other least when they tell which thread or person they are about. */
export async function raiseLists(trx: Db | Trx, about = 0): Promise<void> {
  await raise.all(trx, { share: about % SHARES });
}

const sum = prepared((db) =>
  db.selectFrom("list_version").select(sql<number>`sum(version)`.as("version")),
);

/** Rises with whatever lists show. */
export const readListVersion = (db: Db): Soon<number> =>
  whenThere(sum.firstAtOnce(db, {}), (all) => Number(all?.version));
