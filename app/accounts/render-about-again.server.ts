import { raiseLists } from "#app/events/list-version.server.ts";
import { RENDERER, renderOrShow } from "#app/markdown/render.server.ts";
import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";

const BATCH = 50;

/** Makes the HTML of what people say of themselves again where an older renderer made it; `report` is told what broke, and where. Answers how many. */
export async function renderAboutAgain(
  db: Db,
  report: (error: unknown, where: string) => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const people = await db
      .selectFrom("person")
      .select(["id", "about"])
      .where("about", "!=", "")
      .where("about_renderer", "<", RENDERER)
      .orderBy("about_renderer")
      .orderBy("id")
      .limit(BATCH)
      .execute();
    if (people.length === 0) return done;
    for (const { id, about } of people) {
      const html = await renderOrShow(about, (error) => report(error, `person ${id}`));
      await write(db, async (trx) => {
        await trx
          .updateTable("person")
          .set({ about_html: html, about_renderer: RENDERER })
          .where("id", "=", id)
          .where("about", "=", about)
          .where("about_renderer", "<", RENDERER)
          .execute();
        await raiseLists(trx, id);
      });
      done += 1;
    }
  }
}
