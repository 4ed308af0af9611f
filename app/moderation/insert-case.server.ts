import type { Trx } from "#db/open.server.ts";
import type { CaseKind, PostRow } from "#db/schema.ts";

interface Beginning {
  kind: CaseKind;
  passage?: string | null;
  ruleId?: number | null;
  /** Since when somebody waits, where that is before `now`. */
  waitsSince?: number | null;
  now: number;
}

/** Opens a case on a post that has none open; answers its number. */
export async function insertCase(
  trx: Trx,
  post: Pick<PostRow, "id" | "thread_id" | "author_id" | "version">,
  { kind, passage = null, ruleId = null, waitsSince = null, now }: Beginning,
): Promise<number> {
  const { id } = await trx
    .insertInto("case")
    .values({
      ...{ kind, state: "open", post_id: post.id, thread_id: post.thread_id },
      ...{ author_id: post.author_id, rule_id: ruleId, passage, post_version: post.version },
      ...{ score: null, waits_for: "moderator", waits_since: waitsSince ?? now, due_at: null },
      ...{ opened_at: now, decided_at: null, decided_by_id: null, closed_at: null },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
