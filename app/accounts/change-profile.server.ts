import { raiseLists } from "#app/events/list-version.server.ts";
import { spend } from "#app/limits/spend.server.ts";
import { RENDERER, renderMarkdown } from "#app/markdown/render.server.ts";
import type { Person } from "#app/permissions.ts";
import { WrongForm } from "#app/refusals.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import type { ProfileDraft } from "./account.ts";

interface Setting {
  /** Epoch seconds. */
  now: number;
  /** What the counted limits are multiplied by. */
  scale: number;
}

/** Keeps what a person says about themselves, as written and as shown; throws WrongForm or Refusal 429. */
export async function changeProfile(
  db: Db,
  person: Person,
  { about }: ProfileDraft,
  { now, scale }: Setting,
): Promise<void> {
  await spend(db, "profile.person", person.id, now, scale);
  const html = about ? await renderAbout(about, person.id) : "";
  await write(db, async (trx) => {
    await trx
      .updateTable("person")
      .set({ about, about_html: html, about_renderer: RENDERER })
      .where("id", "=", person.id)
      .execute();
    await raiseLists(trx, person.id);
  });
}

/** What the renderer says of a body is said of this field. */
async function renderAbout(about: string, personId: number) {
  try {
    return await renderMarkdown(about, personId);
  } catch (error) {
    if (error instanceof WrongForm && error.problems.body) {
      throw new WrongForm({ about: error.problems.body }, error.status, error.cause);
    }
    throw error;
  }
}
