import type { Trx } from "#db/open.server.ts";
import type { PostRow } from "#db/schema.ts";

type Former = Pick<PostRow, "id" | "body" | "version" | "posted_at" | "edited_at">;

/** Keeps a post's text, and the title above an opening post, before another takes its place. */
export async function keepRevision(trx: Trx, post: Former, title: string | null): Promise<void> {
  await trx
    .insertInto("revision")
    .values({
      post_id: post.id,
      version: post.version,
      title,
      body: post.body,
      written_at: post.edited_at ?? post.posted_at,
    })
    .execute();
}
