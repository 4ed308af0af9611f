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
  /** Epoch seconds. */
  changed_at: number;
}

const columns = ["id", "slug", "position", "title", "body", "html", "changed_at"] as const;

/** The rules that hold, and one that is named though it was retired, in their order. */
export const listRules = (db: Db | Trx, namedId: number | null = null): Promise<Rule[]> =>
  db
    .selectFrom("rule")
    .select(columns)
    .where((eb) => eb.or([eb("retired_at", "is", null), eb("id", "=", namedId)]))
    .orderBy("position")
    .orderBy("id")
    .execute();

/** The rules that were retired, by their titles. */
export const listRetiredRules = (db: Db): Promise<Rule[]> =>
  db
    .selectFrom("rule")
    .select(columns)
    .where("retired_at", "is not", null)
    .orderBy("title")
    .orderBy("id")
    .execute();

/** A rule that holds; throws Refusal 404, also for one that was retired. */
export const readRule = (db: Db | Trx, slug: string) => findRule(db, slug, "is");

/** A rule that was retired; throws Refusal 404, also for one that holds. */
export const readRetiredRule = (db: Db | Trx, slug: string) => findRule(db, slug, "is not");

async function findRule(db: Db | Trx, slug: string, retired: "is" | "is not"): Promise<Rule> {
  const rule = await db
    .selectFrom("rule")
    .select(columns)
    .where("slug", "=", slug)
    .where("retired_at", retired, null)
    .executeTakeFirst();
  if (!rule) throw new Refusal(404, { key: "rules.not-found" });
  return rule;
}
