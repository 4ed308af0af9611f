import type { Db, Trx } from "#db/open.server.ts";
import { Refusal } from "../refusals.ts";

export interface Rule {
  id: number;
  slug: string;
  /** The number that it goes by. */
  position: number;
  title: string;
  body: string;
  html: string;
}

const columns = ["id", "slug", "position", "title", "body", "html"] as const;

/** The rules that hold, in their order. */
export const listRules = (db: Db | Trx): Promise<Rule[]> =>
  db
    .selectFrom("rule")
    .select(columns)
    .where("retired_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();

/** A rule that holds; throws Refusal 404, also for one that was retired. */
export async function readRule(db: Db | Trx, slug: string): Promise<Rule> {
  const rule = await db
    .selectFrom("rule")
    .select(columns)
    .where("slug", "=", slug)
    .where("retired_at", "is", null)
    .executeTakeFirst();
  if (!rule) throw new Refusal(404, { key: "rules.not-found" });
  return rule;
}
