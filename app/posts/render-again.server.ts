import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { raiseLists } from "../events/list-version.server.ts";
import { excerpt } from "../markdown/excerpt.ts";
import { RENDERER, renderOrShow } from "../markdown/render.server.ts";
import { isFolded } from "../moderation/states.ts";
import { readKnown } from "../references/read-known.server.ts";
import { recordReferences } from "../references/record-references.server.ts";
import { renderKeptAgain } from "./render-kept-again.server.ts";

const BATCH = 50;

/** Makes the HTML of posts again that an older renderer made, of what moderation keeps of them, and the excerpts of their threads, a batch at a time so that others write between; `report` is told what broke, and where. Answers how many. */
export async function renderAgain(
  db: Db,
  report: (error: unknown, where: string) => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const posts = await db
      .selectFrom("post")
      .innerJoin("person", "person.id", "post.author_id")
      .select(["post.id", "thread_id", "parent_id", "body", "version", "withdrawn_at", "renderer"])
      .select("post.state")
      .select("person.imported_from")
      .where("renderer", "<", RENDERER)
      .orderBy("renderer")
      .orderBy("post.id")
      .limit(BATCH)
      .execute();
    if (posts.length === 0) return done;
    for (const post of posts) {
      const known = await readKnown(db, post.body, { importedFrom: post.imported_from });
      const tell = (error: unknown) => report(error, `post ${post.id}`);
      await renderKeptAgain(db, post, tell);
      const html = await renderOrShow(post.body, tell, known);
      const isQuoted = post.withdrawn_at === null && !isFolded(post.state);
      await write(db, async (trx) => {
        const made = await trx
          .updateTable("post")
          .set({ html, renderer: RENDERER })
          .where("id", "=", post.id)
          .where("version", "=", post.version)
          // Another process may have done it meanwhile, or have asked for it again since.
          .where("renderer", "=", post.renderer)
          // Nothing of what was folded away meanwhile is quoted.
          .where("state", "=", post.state)
          .executeTakeFirst();
        if (made.numUpdatedRows === 0n) return;
        await recordReferences(trx, post.id, html);
        await trx
          .updateTable("thread")
          .set((eb) => ({
            ...(post.parent_id === null && isQuoted ? { excerpt: excerpt(html) } : {}),
            version: eb("version", "+", 1),
          }))
          .where("id", "=", post.thread_id)
          .execute();
        await raiseLists(trx, post.thread_id);
      });
      done += 1;
    }
  }
}
