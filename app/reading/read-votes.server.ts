import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Person } from "../permissions.ts";
import type { PostIds } from "./shown-posts.ts";

export interface OwnVote {
  worth: boolean;
  agree: -1 | 0 | 1;
  reason: string | null;
}

/** Most posts that a reader voted on between a page's first and last; who has more is asked for each post. */
const MOST_BETWEEN = 500;

/** A person's own votes on posts, by the posts' ids, as long as they say anything; what others voted is read nowhere. */
export async function readVotes(
  db: Db,
  person: Person,
  ids: PostIds,
): Promise<Map<number, OwnVote>> {
  const votes = new Map<number, OwnVote>();
  if (ids.all.length === 0) return votes;
  const personId = person.id;
  const near = await between.all(db, { personId, first: ids.first, last: ids.last });
  const rows = near.length > MOST_BETWEEN ? await among.all(db, { personId, ids: ids.all }) : near;
  for (const { post_id, worth, agree, reason } of rows) {
    const isSaid = worth !== 0 || agree !== 0;
    if (isSaid && ids.has(post_id)) votes.set(post_id, { worth: worth === 1, agree, reason });
  }
  return votes;
}

/** People vote on few posts, so a page's stretch of ids is asked for at once. */
const between = prepared((db, value: ValueOf<{ personId: number; first: number; last: number }>) =>
  db
    .selectFrom("vote")
    .select(["post_id", "worth", "agree", "reason"])
    .where("person_id", "=", value("personId"))
    .where("post_id", ">=", value("first"))
    .where("post_id", "<=", value("last"))
    .limit(MOST_BETWEEN + 1),
);

const among = prepared((db, value: ValueOf<{ personId: number; ids: readonly number[] }>) =>
  db
    .selectFrom("vote")
    .select(["post_id", "worth", "agree", "reason"])
    .where("person_id", "=", value("personId"))
    .where(isAmong(db, sql.ref("post_id"), value("ids"))),
);
