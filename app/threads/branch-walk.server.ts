import { type RawBuilder, sql } from "kysely";

/** A post goes to another place with all that stands below it. */
export interface Moved {
  /** The post that goes, with all below it. */
  postId: number;
  fromId: number;
  /** The thread that it goes to. */
  intoId: number;
  /** The post that it answers there; null where it opens the thread. */
  parent: { id: number; branch_id: number | null; depth: number } | null;
  /** Epoch seconds. */
  now: number;
}

/** The posts that go, with their depth and branch as they will be. */
export function walk({ postId, parent }: Pick<Moved, "postId" | "parent">): RawBuilder<unknown> {
  const depth = parent ? parent.depth + 1 : 0;
  const branch = !parent ? null : (parent.branch_id ?? postId);
  return sql`with recursive walk(id, depth, branch) as (
    select id, cast(${depth} as bigint), cast(${branch} as bigint) from post where id = ${postId}
    union all
    select post.id, walk.depth + 1, case when walk.depth = 0 then post.id else walk.branch end
      from walk join post on post.parent_id = walk.id)`;
}
