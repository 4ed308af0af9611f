/** What stands above a post. */
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** Posts that are shown above the first of a branch. */
export const SHOWN_ABOVE = 3;

/** The posts that one answers, directly or not, as far as they are shown above it, the nearest last and without the opening post; and a post further up, by at most so many levels, or null. */
export async function findAbove(db: Db, postId: number, depth: number, levels: number) {
  if (depth <= 1) return { ancestorIds: [], above: null };
  const most = Math.max(SHOWN_ABOVE, levels);
  const rows = await climb.all(db, { postId, most, shown: SHOWN_ABOVE });
  const up = rows.filter((row) => row.depth > 0).sort((one, other) => other.level - one.level);
  const ancestorIds = up.filter((row) => row.level <= SHOWN_ABOVE).map((row) => row.id);
  const [top] = up;
  return { ancestorIds, above: top && top.level > SHOWN_ABOVE ? top.id : null };
}

const climb = prepared((db, value: ValueOf<{ postId: number; most: number; shown: number }>) =>
  db
    .withRecursive("above(id, parent_id, depth, level)", (step) =>
      step
        .selectFrom("post")
        .select((eb) => ["id", "parent_id", "depth", eb.lit<number>(0).as("level")])
        .where("id", "=", value("postId"))
        .unionAll(
          step
            .selectFrom("above")
            .innerJoin("post", "post.id", "above.parent_id")
            .select((eb) => [
              "post.id",
              "post.parent_id",
              "post.depth",
              eb("above.level", "+", eb.lit(1)).as("level"),
            ])
            .where("above.level", "<", value("most")),
        ),
    )
    .selectFrom("above")
    .select(["id", "depth", "level"])
    .where("level", ">", 0)
    .where((eb) =>
      eb.or([
        eb("level", "<=", value("shown")),
        eb("level", "=", value("most")),
        eb("depth", "=", 1),
      ]),
    ),
);
