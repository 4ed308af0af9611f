import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Mutes } from "./muted.ts";

/** Posts above one that are looked at, for a branch that is followed or muted further up. */
const MOST_ABOVE = 500;

interface Placed {
  id: number;
  branch_id: number | null;
}

/** Of posts that stand below a reply under which somebody follows or mutes a branch: the posts above each and itself, the nearest last. Nothing is read where nobody could. */
export async function findBranches(
  db: Db | Trx,
  mutes: Pick<Mutes, "branches" | "keptBranches">,
  posts: readonly Placed[],
): Promise<Map<number, number[]>> {
  const above = new Map<number, number[]>();
  const marked = [...mutes.branches, ...mutes.keptBranches];
  if (mutes.branches.size === 0 || posts.length === 0) return above;
  const heads = new Set((await headsOf.all(db, { ids: marked })).map(({ branch_id }) => branch_id));
  const below = posts.filter(({ branch_id }) => branch_id !== null && heads.has(branch_id));
  if (below.length === 0) return above;
  const rows = await chainsOf.all(db, { ids: below.map(({ id }) => id) });
  for (const { id, above_id } of rows) above.set(id, [above_id, ...(above.get(id) ?? [])]);
  return above;
}

interface Ids {
  ids: readonly number[];
}

const headsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .selectFrom("post")
    .select("branch_id")
    .distinct()
    .where(isAmong(db, sql.ref("id"), value("ids")))
    .where("branch_id", "is not", null),
);

/** Each post with all above it, step by step, itself first. */
const chainsOf = prepared((db, value: ValueOf<Ids>) =>
  db
    .withRecursive("chain(id, above_id, parent_id, step)", (cte) =>
      cte
        .selectFrom("post")
        .select(["post.id", "post.id as above_id", "post.parent_id", sql<number>`0`.as("step")])
        .where(isAmong(db, sql.ref("post.id"), value("ids")))
        .unionAll(
          cte
            .selectFrom("chain")
            .innerJoin("post", "post.id", "chain.parent_id")
            .select(["chain.id", "post.id as above_id", "post.parent_id"])
            .select((eb) => eb("chain.step", "+", 1).as("step"))
            .where("chain.step", "<", sql.lit(MOST_ABOVE)),
        ),
    )
    .selectFrom("chain")
    .select(["chain.id", "chain.above_id"])
    .orderBy("chain.id")
    .orderBy("chain.step"),
);
