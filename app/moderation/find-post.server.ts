import type { Trx } from "#db/open.server.ts";
import type { PostRow } from "#db/schema.ts";

/** What a step needs to know of a post. */
export type HeldPost = Pick<
  PostRow,
  | "id"
  | "thread_id"
  | "author_id"
  | "parent_id"
  | "body"
  | "html"
  | "renderer"
  | "version"
  | "posted_at"
  | "edited_at"
  | "withdrawn_at"
  | "is_taken_back"
  | "restored_at"
  | "public_from"
  | "state"
>;

/** The post of a case, as it stands in this transaction. */
export const findPost = (trx: Trx, id: number): Promise<HeldPost> =>
  trx
    .selectFrom("post")
    .select(["id", "thread_id", "author_id", "parent_id", "body", "html", "renderer", "version"])
    .select(["posted_at", "edited_at", "withdrawn_at", "is_taken_back", "public_from", "state"])
    .select("restored_at")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
