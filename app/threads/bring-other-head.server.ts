import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { bringOtherView, isLongEnough } from "../posts/other-view.ts";
import { fromUnits } from "../ranking/units.ts";
import type { Head } from "./read-heads.server.ts";

/** The best replies to an opening post, the strongest from another view among the first four where those at the top are all of one side; and which it is, or null. */
export async function bringOtherHead(
  db: Db,
  heads: Head[],
): Promise<{ heads: Head[]; broughtId: number | null }> {
  if (!isLongEnough(heads)) return { heads, broughtId: null };
  const rows = await sidesOf.all(db, { ids: heads.map(({ id }) => id) });
  const sides = new Map(rows.map((row) => [row.post_id, row]));
  const sided = heads.map((head) => {
    const { leaning, substance } = sides.get(head.id)!;
    return { head, leaning: fromUnits(leaning), substance: fromUnits(substance) };
  });
  const { replies, brought } = bringOtherView(sided);
  return { heads: replies.map(({ head }) => head), broughtId: brought?.head.id ?? null };
}

const sidesOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("tally")
    .select(["post_id", "leaning", "substance"])
    .where(isAmong(db, sql.ref("post_id"), value("ids"))),
);
