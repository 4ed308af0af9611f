import type { Db } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";
import { readCasePost } from "./read-case-post.server.ts";
import { readRecord } from "./read-record.server.ts";

/** A post on which no case is open, for the form that decides about it, or the case that is open; throws Refusal 404. */
export async function readPostToModerate(db: Db, postId: number | null, now: number) {
  const row = await db
    .selectFrom("post")
    .select(["id", "author_id", "version"])
    .where("id", "=", postId ?? 0)
    .executeTakeFirst();
  if (!row) throw new Refusal(404, { key: "threads.post.not-found" });
  const open = await db
    .selectFrom("case")
    .select("id")
    .where("post_id", "=", row.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return {
    ...{ openCaseId: open?.id ?? null, authorId: row.author_id },
    post: await readCasePost(db, { postId: row.id, postVersion: row.version, passage: null }),
    record: await readRecord(db, row.author_id, now),
  };
}
