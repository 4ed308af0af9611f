import type { Db } from "#db/open.server.ts";
import type { CaseState } from "#db/schema.ts";
import { actions, isActionKind } from "../moderation/actions.ts";
import { isAway } from "../moderation/states.ts";
import type { Person } from "../permissions.ts";
import { Refusal } from "../refusals.ts";
import { readFates } from "./read-fates.server.ts";
import { readPost } from "./read-post.server.ts";

/** In these the author may send a new text. */
const rewritable: readonly CaseState[] = ["asked", "lapsed", "removed"];

/** What moderation asks of the author of a post, for nobody else; throws Refusal 404 or 403. */
export async function readRewrite(db: Db, person: Person | null, postId: number | null) {
  const post = await readPost(db, postId);
  if (post.authorId !== person?.id) throw new Refusal(403, { key: "rewrite.not-yours" });
  const fate = (await readFates(db, [post]))[post.id] ?? null;
  const open = await db
    .selectFrom("case")
    .select(["state", "due_at"])
    .where("post_id", "=", post.id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  const kept = await db
    .selectFrom("kept_text")
    .select(["why", "title", "body", "html"])
    .where("post_id", "=", post.id)
    .execute();
  const away = isAway(post.state) ? kept.find(({ why }) => why === "away") : undefined;
  const isAppealed = open?.state === "appealed";
  const act = fate?.actId ? await readStanding(db, fate.actId) : null;
  return {
    ...{ id: post.id, state: post.state, version: post.version },
    thread: { id: post.thread_id, title: post.title, slug: post.slug },
    // Of an opening post: that of its thread, as it was before it was kept away.
    title: post.parent_id === null ? (away?.title ?? post.title) : null,
    passage: fate?.passage ?? null,
    body: away?.body ?? post.body,
    html: away?.html ?? post.html,
    dueAt: open?.due_at ?? null,
    isAppealed,
    mayRewrite: open !== undefined && rewritable.includes(open.state),
    isProposed: post.state === "removed" && kept.some(({ why }) => why === "proposed"),
    ruleSlug: act?.slug ?? null,
    act,
  };
}

/** Whether an act may still be appealed, but for its time. */
async function readStanding(db: Db, id: number) {
  const act = await db
    .selectFrom("action")
    .leftJoin("appeal", "appeal.action_id", "action.id")
    .leftJoin("rule", "rule.id", "action.rule_id")
    .select(["rule.slug", "action.kind", "action.undone_at", "appeal.id as appealId"])
    .where("action.id", "=", id)
    .executeTakeFirstOrThrow();
  const isAppealable = isActionKind(act.kind) && actions[act.kind].isAppealable;
  return {
    id,
    slug: act.slug,
    mayAppeal: isAppealable && act.undone_at === null && act.appealId === null,
  };
}
