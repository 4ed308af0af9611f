import type { Trx } from "#db/open.server.ts";

/** The rules that go by some slugs and are in force, as many as there are. */
export const findRules = (trx: Trx, slugs: readonly string[]) =>
  trx
    .selectFrom("rule")
    .select(["id", "slug"])
    .where("slug", "in", slugs)
    .where("retired_at", "is", null)
    .execute();
