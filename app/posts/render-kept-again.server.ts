import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { RENDERER, renderOrShow } from "../markdown/render.server.ts";
import { readKnown } from "../references/read-known.server.ts";

/** Makes the HTML again of what moderation keeps of a post, where an older renderer made it: moderators read it, and it may be given back. */
export async function renderKeptAgain(
  db: Db,
  post: { id: number; imported_from: string | null },
  report: (error: unknown) => void,
): Promise<void> {
  const texts = await db
    .selectFrom("kept_text")
    .select(["why", "version", "body", "renderer"])
    .where("post_id", "=", post.id)
    .where("renderer", "!=", RENDERER)
    .execute();
  for (const { why, version, body, renderer } of texts) {
    const known = await readKnown(db, body, { importedFrom: post.imported_from });
    const html = await renderOrShow(body, report, known);
    await write(db, (trx) =>
      trx
        .updateTable("kept_text")
        .set({ html, renderer: RENDERER })
        .where("post_id", "=", post.id)
        .where("why", "=", why)
        .where("version", "=", version)
        // Its author may have proposed another meanwhile.
        .where("body", "=", body)
        .where("renderer", "=", renderer)
        .execute(),
    );
  }
}
