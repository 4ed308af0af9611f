import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import type { Quoters } from "./quoted-by.tsx";

/** Most quoting posts that are named below one post. */
export const MOST_NAMED = 30;
/** Most quotations of one post that are looked at, withdrawn ones among them; of more than these nobody counts how many. */
export const MOST_COUNTED = 200;

/** Which of the posts are quoted, and by whom, by the quoted post's id: two queries, whatever the page holds, and as much work for a post that all the forum quotes as for one that is quoted two hundred times. */
export async function readQuotedBy(db: Db, postIds: number[]): Promise<Quoters> {
  if (postIds.length === 0) return {};
  const found = (await quotationsOf.all(db, { postIds })).flatMap(({ id, quoters }) => {
    const looked = quoters?.split(",") ?? [];
    // A place left empty is that of a post that was withdrawn.
    const standing = looked.filter(Boolean).map(Number);
    if (standing.length === 0) return [];
    const count = looked.length > MOST_COUNTED ? null : standing.length;
    return { id, count, named: standing.sort((a, b) => a - b).slice(0, MOST_NAMED) };
  });
  if (found.length === 0) return {};
  const ids = [...new Set(found.flatMap(({ named }) => named))];
  const authors = new Map<number, string>();
  for (const { id, name } of await authorsOf.all(db, { ids })) authors.set(id, name);
  const quotedBy: Quoters = {};
  for (const { id, count, named } of found) {
    const quoters = named.map((postId) => ({ postId, author: authors.get(postId)! }));
    quotedBy[id] = { count, quoters };
  }
  return quotedBy;
}

/** The first quotations of each post, in one text: so each post's stop where they are enough, on every engine. */
const quotationsOf = prepared((db, value: ValueOf<{ postIds: readonly number[] }>) =>
  db
    .selectFrom("post as shown")
    .select("shown.id")
    .select((eb) =>
      eb
        .selectFrom((eb) =>
          eb
            .selectFrom("quotation")
            .select("quotation.post_id")
            .whereRef("quotation.quoted_post_id", "=", "shown.id")
            .orderBy("quotation.post_id")
            .limit(MOST_COUNTED + 1)
            .as("looked"),
        )
        .innerJoin("post", "post.id", "looked.post_id")
        .select(
          sql<
            string | null
          >`string_agg(case when post.withdrawn_at is null then cast(post.id as text) else '' end, ',')`.as(
            "told",
          ),
        )
        .as("quoters"),
    )
    .where(isAmong(db, sql.ref("shown.id"), value("postIds")))
    // Few are quoted at all: for the others nothing is gathered.
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("quotation as one")
          .select("one.post_id")
          .whereRef("one.quoted_post_id", "=", "shown.id"),
      ),
    ),
);

const authorsOf = prepared((db, value: ValueOf<{ ids: readonly number[] }>) =>
  db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .select(["post.id", "person.name"])
    .where(isAmong(db, sql.ref("post.id"), value("ids"))),
);
