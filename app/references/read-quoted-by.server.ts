import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Quoters } from "./quoted-by.tsx";

/** Most quoting posts that are named below one post. */
export const MOST_NAMED = 30;

/** Which of the posts are quoted, and by whom, by the quoted post's id: one query, whatever the page holds. */
export async function readQuotedBy(db: Db, postIds: number[]): Promise<Quoters> {
  if (postIds.length === 0) return {};
  const quotedBy: Quoters = {};
  for (const { quoted_post_id, post_id, name, count } of await quotersOf.all(db, { postIds })) {
    quotedBy[quoted_post_id] ??= { count, quoters: [] };
    quotedBy[quoted_post_id].quoters.push({ postId: post_id, author: name });
  }
  return quotedBy;
}

const quotersOf = prepared((db, value: ValueOf<{ postIds: readonly number[] }>) =>
  db
    .selectFrom(
      db
        .selectFrom("quotation")
        .innerJoin("post", "post.id", "quotation.post_id")
        .innerJoin("person", "person.id", "post.author_id")
        .select([
          "quotation.quoted_post_id",
          "quotation.post_id",
          "person.name",
          sql<number>`row_number() over (partition by quotation.quoted_post_id order by quotation.post_id)`.as(
            "place",
          ),
          sql<number>`count(*) over (partition by quotation.quoted_post_id)`.as("count"),
        ])
        .where(isAmong(db, sql.ref("quotation.quoted_post_id"), value("postIds")))
        .where("post.withdrawn_at", "is", null)
        .as("standing"),
    )
    .selectAll()
    .where("place", "<=", MOST_NAMED)
    .orderBy("quoted_post_id")
    .orderBy("place"),
);
