import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";

/** Posts that are looked at together, on the way up from those asked for: beyond, a branch that begins with a first reply still counts. */
const MOST_ABOVE = 10_000;

interface Placed {
  id: number;
  branch_id: number | null;
}

/** Of posts that stand in a branch that somebody marked, by following or muting it: the nearest post above each, or itself, that begins one. Every post above is read once, and none above a marked one. */
export async function findBranches(
  db: Db | Trx,
  marked: ReadonlySet<number>,
  posts: readonly Placed[],
): Promise<Map<number, number>> {
  const nearest = new Map<number, number>();
  if (marked.size === 0 || posts.length === 0) return nearest;
  const heads = new Set(
    (await headsOf.all(db, { ids: [...marked] })).map(({ branch_id }) => branch_id),
  );
  const below = posts.filter(({ branch_id }) => branch_id !== null && heads.has(branch_id));
  if (below.length === 0) return nearest;
  const rows = await above.all(db, { ids: below.map(({ id }) => id), marked: [...marked] });
  const climb = climber(new Map(rows.map((row) => [row.id, row.parent_id])), marked);
  for (const { id, branch_id } of below) {
    const found = climb(id) ?? branch_id!;
    if (marked.has(found)) nearest.set(id, found);
  }
  return nearest;
}

/** Climbs from a post to the nearest that is marked, and no way twice; null where none was read. */
function climber(parents: ReadonlyMap<number, number | null>, marked: ReadonlySet<number>) {
  const known = new Map<number, number | null>();
  return (id: number): number | null => {
    const way: number[] = [];
    let at: number | null = id;
    while (at !== null && !marked.has(at) && !known.has(at)) {
      way.push(at);
      at = parents.get(at) ?? null;
    }
    const found = at === null || marked.has(at) ? at : known.get(at)!;
    for (const each of way) known.set(each, found);
    return found;
  };
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

/** The posts with all above them, each once, up to the first that is marked. */
const above = prepared((db, value: ValueOf<Ids & { marked: readonly number[] }>) =>
  db
    .withRecursive("above(id, parent_id)", (step) =>
      step
        .selectFrom("post")
        .select(["id", "parent_id"])
        .where(isAmong(db, sql.ref("id"), value("ids")))
        .union(
          step
            .selectFrom("above")
            .innerJoin("post", "post.id", "above.parent_id")
            .select(["post.id", "post.parent_id"])
            .where((eb) => eb.not(isAmong(db, sql.ref("above.id"), value("marked")))),
        ),
    )
    .selectFrom("above")
    .select(["id", "parent_id"])
    .limit(sql.lit(MOST_ABOVE)),
);
