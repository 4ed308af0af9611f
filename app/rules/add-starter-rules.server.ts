import type { Db } from "#db/open.server.ts";
import { write } from "#db/write.server.ts";
import { renderOwn } from "../markdown/render.server.ts";
import { starterRules } from "./starter.ts";

/** Gives a forum that has never had a rule those that every forum begins with. */
export async function addStarterRules(db: Db, now: number): Promise<void> {
  if (await hasRules(db)) return;
  const rules = await Promise.all(
    starterRules.map(async (rule, index) => ({
      ...{ ...rule, position: index + 1, changed_at: now, retired_at: null },
      html: await renderOwn(rule.body),
    })),
  );
  await write(db, async (trx) => {
    if (!(await hasRules(trx))) await trx.insertInto("rule").values(rules).execute();
  });
}

const hasRules = async (db: Pick<Db, "selectFrom">) =>
  (await db.selectFrom("rule").select("id").limit(1).executeTakeFirst()) !== undefined;
