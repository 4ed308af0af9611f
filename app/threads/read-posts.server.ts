/** Posts as a page shows them. */
import { sql } from "kysely";
import { isAmong } from "#db/dialect.server.ts";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { type PostView, postColumns, toPostView } from "../posts/post-view.ts";

/** Posts by id, in no order. */
export async function readPosts(db: Db, ids: readonly number[]): Promise<PostView[]> {
  return ids.length === 0 ? [] : (await byIds.all(db, { ids })).map(toPostView);
}

/** All posts of branches, in no order: whoever asks knows that they are few. */
export async function readPostsOfBranches(db: Db, ids: readonly number[]): Promise<PostView[]> {
  return ids.length === 0 ? [] : (await byBranches.all(db, { ids })).map(toPostView);
}

type Ids = { ids: readonly number[] };

const posts = (db: Db | Trx) =>
  db
    .selectFrom("post")
    .innerJoin("person", "person.id", "post.author_id")
    .innerJoin("tally", "tally.post_id", "post.id")
    .select(postColumns);

const byIds = prepared((db, value: ValueOf<Ids>) =>
  posts(db).where(isAmong(db, sql.ref("post.id"), value("ids"))),
);

const byBranches = prepared((db, value: ValueOf<Ids>) =>
  posts(db).where(isAmong(db, sql.ref("post.branch_id"), value("ids"))),
);
