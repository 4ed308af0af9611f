import type { Db, Trx } from "#db/open.server.ts";
import type { Said } from "../strings/say.ts";
import { inWords } from "../ui/time.tsx";
import { MUTUAL_PAUSE } from "./changed-mind.ts";

/** What stands against saying that a post changed one's mind, and the record that it is for. */
export interface MindBar {
  said: Said;
  record: { id: number; postId: number };
}

/** The record of somebody who said so already of this author in this thread, or of the author who said it of them less than thirty days before `now`; null where neither is there. */
export async function findMindBar(
  db: Db | Trx,
  personId: number,
  post: { authorId: number; threadId: number },
  now: number,
): Promise<MindBar | null> {
  const earlier = await findEarlier(db, personId, post);
  if (earlier) return { said: { key: "standing.mind.already" }, record: earlier };
  const returned = await db
    .selectFrom("changed_mind")
    .select(["id", "post_id as postId", "recorded_at"])
    .where("person_id", "=", post.authorId)
    .where("author_id", "=", personId)
    .where("withdrawn_at", "is", null)
    .where("recorded_at", ">", now - MUTUAL_PAUSE)
    .orderBy("recorded_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!returned) return null;
  const { recorded_at, ...record } = returned;
  const day = inWords(recorded_at + MUTUAL_PAUSE);
  return { said: { key: "standing.mind.mutual", values: { day } }, record };
}

/** What somebody has said of an author in a thread. */
export const findEarlier = (
  db: Db | Trx,
  personId: number,
  { authorId, threadId }: { authorId: number; threadId: number },
) =>
  db
    .selectFrom("changed_mind")
    .select(["id", "post_id as postId", "view_before as before", "view_now as now"])
    .where("person_id", "=", personId)
    .where("author_id", "=", authorId)
    .where("thread_id", "=", threadId)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
