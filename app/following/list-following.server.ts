import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";
import type { FollowKind, FollowLevel } from "#db/schema.ts";
import { readPlainCursor, writeCursor } from "../cursor.ts";
import type { Person } from "../permissions.ts";
import type { Shown } from "./following-tabs.ts";
import { followKinds } from "./level.ts";
import { type Named, nameThings } from "./name-things.server.ts";

export const LIST_FOLLOWS = 20;

export interface FollowLine extends Named {
  level: FollowLevel;
  isByWriting: boolean;
  /** Epoch seconds. */
  followedAt: number;
}

/** One page of what a person follows, or of what they mute, the latest first, and the cursor of the next. */
export async function listFollowing(
  db: Db,
  person: Person,
  show: Shown,
  after: string | null,
): Promise<{ lines: FollowLine[]; next: string | null }> {
  const cursor = readPlainCursor(after);
  const rows = await db
    .selectFrom("follow")
    .select(["kind", "object_id", "level", "is_by_writing", "followed_at"])
    .select(placeInTime.as("place"))
    .where("person_id", "=", person.id)
    .where("level", show === "muted" ? "=" : "!=", "muted")
    .$if(show !== "all" && show !== "muted", (query) =>
      query.where("kind", "=", show as FollowKind),
    )
    .$if(cursor !== null, (query) =>
      query.where(({ eb, and, or }) =>
        or([
          eb("followed_at", "<", cursor!.by),
          and([eb("followed_at", "=", cursor!.by), eb(placeInTime, "<", cursor!.id)]),
        ]),
      ),
    )
    .orderBy("followed_at", "desc")
    .orderBy(placeInTime, "desc")
    .limit(LIST_FOLLOWS + 1)
    .execute();
  const page = rows.slice(0, LIST_FOLLOWS);
  const last = rows.length > LIST_FOLLOWS ? page.at(-1) : undefined;
  return {
    lines: await toLines(db, page),
    next: last ? writeCursor({ by: last.followed_at, id: Number(last.place) }) : null,
  };
}

/** Tells apart what was followed in the same second, whatever its kind. */
const placeInTime = sql<number>`(object_id * ${sql.lit(followKinds.length)} + case kind ${sql.join(
  followKinds.map((kind, place) => sql`when ${sql.lit(kind)} then ${sql.lit(place)}`),
  sql` `,
)} end)`;

interface Row {
  kind: FollowKind;
  object_id: number;
  level: FollowLevel;
  is_by_writing: number;
  followed_at: number;
}

async function toLines(db: Db, rows: readonly Row[]): Promise<FollowLine[]> {
  const named = new Map<string, Named>();
  for (const kind of followKinds) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.object_id);
    for (const thing of await nameThings(db, kind, ids)) named.set(`${kind} ${thing.id}`, thing);
  }
  return rows.flatMap((row) => {
    const thing = named.get(`${row.kind} ${row.object_id}`);
    if (!thing) return [];
    const isByWriting = row.is_by_writing === 1;
    return [{ ...thing, level: row.level, isByWriting, followedAt: row.followed_at }];
  });
}
