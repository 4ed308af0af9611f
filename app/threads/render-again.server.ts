import type { Db } from "#db/open.server.ts";
import { RENDERER, renderMarkdown } from "../markdown/render.server.ts";
import { WrongForm } from "../refusals.ts";

const BATCH = 50;

/** Makes the HTML of posts again that an older renderer made, a batch at a time so that others write between; answers how many. */
export async function renderAgain(db: Db): Promise<number> {
  let done = 0;
  for (;;) {
    const posts = await db
      .selectFrom("post")
      .select(["id", "thread_id", "body", "version", "html"])
      .where("renderer", "<", RENDERER)
      .orderBy("renderer")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (posts.length === 0) return done;
    for (const post of posts) {
      const html = await renderOrKeep(post);
      await db.transaction().execute(async (trx) => {
        await trx
          .updateTable("post")
          .set({ html, renderer: RENDERER })
          .where("id", "=", post.id)
          .where("version", "=", post.version)
          .execute();
        await trx
          .updateTable("thread")
          .set((eb) => ({ version: eb("version", "+", 1) }))
          .where("id", "=", post.thread_id)
          .execute();
      });
      done += 1;
    }
  }
}

/** A text that the newer renderer refuses keeps the HTML it has, which was cleaned when it was made. */
async function renderOrKeep(post: { body: string; html: string }) {
  try {
    return await renderMarkdown(post.body);
  } catch (error) {
    if (error instanceof WrongForm) return post.html;
    throw error;
  }
}
