/** The steps of a post's case in the demonstration, and of an appeal, by the deeds of those who took them. */
import type { Db } from "#db/open.server.ts";
import { appealAct } from "../appeals/appeal-act.server.ts";
import { decideAppeal } from "../appeals/decide-appeal.server.ts";
import { flagPost } from "../flags/flag-post.server.ts";
import { decideCase } from "../moderation/decide-case.server.ts";
import { rewritePost } from "../moderation/rewrite-post.server.ts";
import type { Person } from "../permissions.ts";
import { releaseHeld } from "../spam/release-held.server.ts";
import type { Cast } from "./add-people.server.ts";
import type { DemoAppeal, DemoPerson, DemoStep } from "./content.ts";

/** So that nobody of the cast is slowed. */
const limits = 100;

/** Takes one step of the case of a post, which `author` wrote, unless it was taken before; throws what the deed throws. */
export async function takeDemoStep(
  db: Db,
  { cast, author, postId }: { cast: Cast; author: Person; postId: number },
  step: DemoStep,
  now: number,
): Promise<void> {
  if ("flag" in step) {
    const { by, reason, passage = null, note = "" } = step.flag;
    const means = { now, limits, scorer: () => undefined };
    await flagPost(db, cast[by], postId, { reason, passage, note }, means);
    return;
  }
  const found = await findCase(db, postId);
  if ("rewrite" in step) {
    if (found.state !== "asked") return;
    const draft = { body: step.rewrite, version: found.post_version };
    await rewritePost(db, author, postId, draft, { now, limits, scorer: () => undefined });
    return;
  }
  const { kind, rule, reason } = step.decide;
  if (found.decided_at !== null && found.decided_at >= now) return;
  const ruleId = await findRule(db, rule);
  await decideCase(db, cast.Mo, found.id, { kind, version: found.version, ruleId, reason, now });
}

/** Lets the newcomer's post go at once that waits for a look, as a watchful moderator would. */
export async function letGo(db: Db, moderator: Person, now: number): Promise<void> {
  const held = await db
    .selectFrom("case")
    .select("post_id")
    .where("state", "=", "held")
    .executeTakeFirst();
  if (held) await releaseHeld(db, moderator, held.post_id, now);
}

const findCase = (db: Db, postId: number) =>
  db
    .selectFrom("case")
    .innerJoin("post", "post.id", "case.post_id")
    .select(["case.id", "case.version", "case.state", "case.decided_at"])
    .select("post.version as post_version")
    .where("case.post_id", "=", postId)
    .orderBy("case.id", "desc")
    .executeTakeFirstOrThrow();

async function findRule(db: Db, slug: string): Promise<number> {
  const rule = await db
    .selectFrom("rule")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return rule.id;
}

/** Makes the appeal against the lock of a thread, or answers it, unless that was done before. */
export async function appealLock(
  db: Db,
  threadId: number,
  {
    cast,
    by,
    appeal,
    isAnswer,
  }: { cast: Cast; by: DemoPerson; appeal: DemoAppeal; isAnswer: boolean },
  now: number,
): Promise<void> {
  const found = await db
    .selectFrom("action")
    .leftJoin("appeal", "appeal.action_id", "action.id")
    .select(["action.id", "appeal.id as appealId", "appeal.decided_at"])
    .where("action.thread_id", "=", threadId)
    .where("action.kind", "=", "lock")
    .executeTakeFirstOrThrow();
  if (!isAnswer && found.appealId === null) {
    await appealAct(db, cast[by], found.id, { body: appeal.body, now });
  }
  if (isAnswer && found.appealId !== null && found.decided_at === null) {
    const { by: judge, reason } = appeal.answered;
    await decideAppeal(db, cast[judge], found.appealId, { verdict: "upheld", reason, now });
  }
}
