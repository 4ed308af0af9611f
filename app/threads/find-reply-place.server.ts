import { sql } from "kysely";
import type { Db, Trx } from "#db/open.server.ts";
import { prepared, type ValueOf } from "#db/prepared.server.ts";
import { Refusal } from "../refusals.ts";

/** The thread and the post that is answered, the opening post when none is named, and what the pace there goes by. Posts that were split off or merged while somebody wrote are answered where they stand now; a merged thread itself takes nothing. */
export async function findReplyPlace(
  db: Db | Trx,
  person: { id: number },
  threadId: number,
  parentId: number | null,
) {
  const found = await place.first(db, { threadId, parentId, personId: person.id });
  if (!found) throw new Refusal(404, { key: "threads.not-found" });
  if (found.id === null || found.author_id === null) {
    const movedTo = await findMoved(db, threadId, parentId);
    if (movedTo !== null) return findReplyPlace(db, person, movedTo, parentId);
    throw new Refusal(404, { key: "threads.parent.elsewhere" });
  }
  const { slug, locked_at, reply_count, id, branch_id, depth, withdrawn_at } = found;
  return {
    thread: { id: threadId, slug, reply_count, isLocked: locked_at !== null },
    parent: {
      ...{ id, thread_id: threadId, branch_id, depth: depth! },
      ...{ isWithdrawn: withdrawn_at !== null, isBlocking: found.blocked_id !== null },
    },
    pace: {
      ...{ threadId, threadAuthorId: found.thread_author_id },
      parent: { id, branchId: branch_id, authorId: found.author_id },
      ...{ slowSeconds: found.slow_seconds, quietUntil: found.quiet_until },
      slowedUntil: found.slowed_until,
    },
  };
}

interface Named {
  threadId: number;
  parentId: number | null;
  personId: number;
}

const place = prepared((db, value: ValueOf<Named>) =>
  db
    .selectFrom("thread")
    .leftJoin("post", (join) =>
      join
        .onRef("post.thread_id", "=", "thread.id")
        .on(
          "post.id",
          "=",
          sql<number>`coalesce(${value("parentId")}, ${sql.ref("thread.opening_post_id")})`,
        ),
    )
    .leftJoin("person as writer", (join) => join.on("writer.id", "=", value("personId")))
    .leftJoin("block", (join) =>
      join
        .onRef("block.person_id", "=", "post.author_id")
        .on("block.blocked_id", "=", value("personId")),
    )
    .select(["thread.slug", "thread.locked_at", "thread.reply_count"])
    .select(["thread.author_id as thread_author_id", "thread.slow_seconds", "thread.quiet_until"])
    .select(["post.id", "post.branch_id", "post.depth", "post.withdrawn_at", "post.author_id"])
    .select(["block.blocked_id", "writer.slowed_until"])
    .where("thread.id", "=", value("threadId")),
);

/** Where a post is that stood in a thread before a moderator split or merged that; null for one that never did. */
async function findMoved(db: Db | Trx, threadId: number, parentId: number | null) {
  const thread = await db
    .selectFrom("thread")
    .select("merged_into_id")
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  const isMerged = thread.merged_into_id !== null;
  if (parentId === null) {
    if (isMerged) throw new Refusal(409, { key: "shields.merged.reply" });
    return null;
  }
  const post = await db
    .selectFrom("post")
    .select("thread_id")
    .where("id", "=", parentId)
    .executeTakeFirst();
  if (!post || post.thread_id === threadId) return null;
  return isMerged || (await wasSplit(db, threadId, post.thread_id)) ? post.thread_id : null;
}

async function wasSplit(db: Db | Trx, fromId: number, intoId: number): Promise<boolean> {
  const acts = await db
    .selectFrom("action")
    .select("before")
    .where("thread_id", "=", intoId)
    .where("kind", "in", ["split", "merge"])
    .orderBy("id", "desc")
    .limit(20)
    .execute();
  return acts.some(
    ({ before }) => (JSON.parse(before ?? "{}") as { threadId?: number }).threadId === fromId,
  );
}
