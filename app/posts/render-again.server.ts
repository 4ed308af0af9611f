import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { escapeHtml } from "../markdown/escape.ts";
import { RENDERER, renderMarkdown } from "../markdown/render.server.ts";
import { WrongForm } from "../refusals.ts";

const BATCH = 50;

/** Makes the HTML of posts again that an older renderer made, a batch at a time so that others write between; answers how many. */
export async function renderAgain(db: Db): Promise<number> {
  let done = 0;
  for (;;) {
    const posts = await db
      .selectFrom("post")
      .select(["id", "thread_id", "body", "version"])
      .where("renderer", "<", RENDERER)
      .orderBy("renderer")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (posts.length === 0) return done;
    for (const post of posts) {
      const html = await renderOrShow(post);
      await write(db, async (trx) => {
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

/** A text that the newer renderer refuses is shown as it was written: older HTML may hold what the newer one is for. */
async function renderOrShow(post: { body: string }) {
  try {
    return await renderMarkdown(post.body);
  } catch (error) {
    if (error instanceof WrongForm) return `<pre tabindex="0">${escapeHtml(post.body)}</pre>`;
    throw error;
  }
}
