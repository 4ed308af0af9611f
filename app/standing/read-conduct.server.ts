import { sql } from "kysely";
import type { Db } from "#db/open.server.ts";

/** What moderation makes of somebody's standing. */
export interface Conduct {
  /** Own flags that were decided, and upheld; one that was urgent and rejected counts twice among the decided. */
  flags: { decided: number; upheld: number };
  /** Own flags that were rejected, each once. */
  rejected: number;
  /** Own posts in which a broken rule was upheld and that were not rewritten in time; */
  unrewritten: number;
  /** and their share of all own posts. */
  insults: number;
}

/** Posts of the newest that are looked at. */
const POSTS = 1_000;

/** Reads how somebody's flags were decided, and what was upheld against their own posts; spam and what was off topic are no insults. */
export async function readConduct(db: Db, personId: number): Promise<Conduct> {
  const flags = await db
    .selectFrom("flag")
    .select([
      sql<number>`coalesce(sum(counts), 0)`.as("decided"),
      sql<number>`count(case when verdict = 'upheld' then 1 end)`.as("upheld"),
      sql<number>`count(case when verdict = 'rejected' then 1 end)`.as("rejected"),
    ])
    .where("person_id", "=", personId)
    .where("verdict", "is not", null)
    .executeTakeFirstOrThrow();
  const posts = await db
    .selectFrom((from) =>
      from
        .selectFrom("post")
        .select("id")
        .where("author_id", "=", personId)
        .orderBy("posted_at", "desc")
        .limit(POSTS)
        .as("written"),
    )
    .leftJoin("case", (join) =>
      join
        .onRef("case.post_id", "=", "written.id")
        .on("case.kind", "in", ["rules", "urgent"])
        .on("case.state", "in", ["lapsed", "redacted", "removed"]),
    )
    .select([
      sql<number>`count(distinct written.id)`.as("all"),
      sql<number>`count(distinct case when "case".id is not null then written.id end)`.as("upheld"),
    ])
    .executeTakeFirstOrThrow();
  const unrewritten = Number(posts.upheld);
  return {
    flags: { decided: Number(flags.decided), upheld: Number(flags.upheld) },
    rejected: Number(flags.rejected),
    unrewritten,
    insults: unrewritten === 0 ? 0 : unrewritten / Number(posts.all),
  };
}
