import type { Db } from "#db/open.server.ts";
import { CLEAR_SCORE, CLEAR_WEIGHT } from "../moderation/clear-cases.ts";
import { mayClear, type Person } from "../permissions.ts";
import { markPassage } from "../posts/mark-passage.ts";
import { allow } from "../refusals.ts";

/** A clear case as a trusted member sees it: the post and the passage, nothing of who flagged it nor of its author's record. */
export interface ClearCase {
  id: number;
  version: number;
  postId: number;
  title: string;
  html: string;
  passage: string | null;
  rule: { position: number; title: string } | null;
}

const PAGE_CASES = 5;
/** So many of the first in the queue are looked through. */
const LOOKED_AT = 200;

/** Clear cases about a text that is there, on which somebody has no part and has said nothing yet, the most pressing first; throws Refusal 403 for who is not trusted so far. */
export async function listClearCases(db: Db, person: Person): Promise<ClearCase[]> {
  allow(mayClear(person));
  const first = db
    .selectFrom("case")
    .selectAll()
    .where("kind", "=", "rules")
    .where("waits_for", "=", "moderator")
    .where("closed_at", "is", null)
    .where("state", "=", "open")
    .where("decided_at", "is", null)
    .where("is_urgent", "=", 0)
    .where((eb) =>
      eb.or([
        eb(eb("own_weight", "+", eb.ref("other_weight")), ">=", CLEAR_WEIGHT),
        eb("score", ">=", CLEAR_SCORE),
      ]),
    )
    .orderBy("priority", "desc")
    .orderBy("id")
    .limit(LOOKED_AT)
    .as("first");
  const rows = await db
    .selectFrom(first)
    .innerJoin("post", "post.id", "first.post_id")
    .innerJoin("thread", "thread.id", "first.thread_id")
    .leftJoin("rule", "rule.id", "first.rule_id")
    .select(["first.id", "first.version", "first.passage", "post.id as postId", "post.html"])
    .select(["thread.title", "rule.position", "rule.title as ruleTitle"])
    .where("first.author_id", "!=", person.id)
    .where("post.withdrawn_at", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("flag")
            .select("flag.id")
            .whereRef("flag.case_id", "=", "first.id")
            .where("flag.person_id", "=", person.id),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("post as reply")
            .select("reply.id")
            .whereRef("reply.parent_id", "=", "first.post_id")
            .where("reply.author_id", "=", person.id),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("clearing")
            .select("clearing.case_id")
            .whereRef("clearing.case_id", "=", "first.id")
            .whereRef("clearing.case_version", "=", "first.version")
            .where("clearing.person_id", "=", person.id),
        ),
      ),
    )
    .orderBy("first.priority", "desc")
    .orderBy("first.id")
    .limit(PAGE_CASES)
    .execute();
  return rows.map(({ position, ruleTitle, html, ...row }) => ({
    ...row,
    html: row.passage === null ? html : markPassage(html, row.passage),
    rule: position === null || ruleTitle === null ? null : { position, title: ruleTitle },
  }));
}
