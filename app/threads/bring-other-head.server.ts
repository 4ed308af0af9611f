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
    // What was withdrawn speaks for no view.
    const { leaning, substance } = sides.get(head.id) ?? { leaning: 0, substance: 0 };
    return { head, leaning: fromUnits(leaning), substance: fromUnits(substance) };
  });
  const { replies, brought } = bringOtherView(sided);
  return { heads: replies.map(({ head }) => head), broughtId: brought?.head.id ?? null };
}

const sidesOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("tally")
    .innerJoin("post", "post.id", "tally.post_id")
    .select(["tally.post_id", "tally.leaning", "tally.substance"])
    .where(isAmong(db, sql.ref("tally.post_id"), value("ids")))
    .where("post.withdrawn_at", "is", null),
);
