import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { starterTopics } from "./starter.ts";

/** Gives a forum without any topic the starter set of this field. */
export async function addStarterTopics(db: Db, now: number) {
  await write(db, async (trx) => {
    const any = await trx.selectFrom("topic").select("id").limit(1).executeTakeFirst();
    if (any) return;
    await trx
      .insertInto("topic")
      .values(starterTopics.map(({ slug, name, about }) => ({ slug, name, about, made_at: now })))
      .execute();
  });
}
