import type { Trx } from "#db/open.server.ts";
import type { FollowKind } from "#db/schema.ts";
import { moveMuteCount } from "./mute-count.server.ts";

interface Thing {
  kind: FollowKind;
  id: number;
}

/** Lets those who follow or mute one thing follow or mute another alike, all of them or those of `people`; what they wish of that already stays as it is. */
export async function carryFollows(
  trx: Trx,
  from: Thing,
  into: Thing,
  { now, people }: { now: number; people?: ReadonlySet<number> },
): Promise<void> {
  const rows = await trx
    .selectFrom("follow")
    .select(["person_id", "level", "is_by_writing"])
    .where("kind", "=", from.kind)
    .where("object_id", "=", from.id)
    .where("person_id", "not in", (eb) =>
      eb
        .selectFrom("follow")
        .select("person_id")
        .where("kind", "=", into.kind)
        .where("object_id", "=", into.id),
    )
    .orderBy("person_id")
    .execute();
  for (const row of rows) {
    if (people && !people.has(row.person_id)) continue;
    await trx
      .insertInto("follow")
      .values({ ...row, kind: into.kind, object_id: into.id, followed_at: now })
      .execute();
    if (row.level === "muted") await moveMuteCount(trx, row.person_id, 1);
  }
}
