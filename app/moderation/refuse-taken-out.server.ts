import type { Db, Trx } from "#db/open.server.ts";
import { readableText } from "../flags/find-passage.ts";
import { WrongForm } from "../refusals.ts";
import { holdsPassage } from "./holds-passage.ts";

interface NewText {
  html: string;
  /** The title, where an opening post gets another; else null. */
  title: string | null;
}

/** Refuses a new text of a post that brings back what moderators took out of it. */
export async function refuseTakenOut(
  db: Db | Trx,
  postId: number,
  { html, title }: NewText,
): Promise<void> {
  const acts = await db
    .selectFrom("action")
    .select(["id", "before"])
    .where("post_id", "=", postId)
    .where("kind", "=", "redact")
    .where("undone_at", "is", null)
    .execute();
  for (const { id, before } of acts) {
    const { passage } = JSON.parse(before ?? "{}") as { passage?: string };
    if (!passage) continue;
    const again = { key: "deeds.redact.again", values: { act: id } } as const;
    if (title !== null && holdsPassage(title, passage)) throw new WrongForm({ title: again });
    if (holdsPassage(readableText(html), passage)) throw new WrongForm({ body: again });
  }
}
