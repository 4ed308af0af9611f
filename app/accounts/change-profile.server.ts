import { renderMarkdown } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import type { Db } from "#db/open.server.ts";
import type { ProfileDraft } from "./account.ts";

/** Keeps what a person says about themselves, as written and as shown. */
export async function changeProfile(db: Db, person: Person, draft: ProfileDraft): Promise<void> {
  const html = draft.about ? await renderMarkdown(draft.about) : "";
  await db
    .updateTable("person")
    .set({ about: draft.about, about_html: html })
    .where("id", "=", person.id)
    .execute();
}
