/** The steps of a post's case in the demonstration, and of an appeal, by the deeds of those who took them. */
import type { Trx } from "#db/open.server.ts";
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

/** Takes one step of the case of a post, which `author` wrote; throws what the deed throws. */
export async function takeDemoStep(
  trx: Trx,
  { cast, author, postId }: { cast: Cast; author: Person; postId: number },
  step: DemoStep,
  now: number,
): Promise<void> {
  if ("flag" in step) {
    const { by, reason, passage = null, note = "" } = step.flag;
    const means = { now, limits, scorer: () => undefined };
    await flagPost(trx, cast[by], postId, { reason, passage, note }, means);
    return;
  }
  const found = await findCase(trx, postId);
  if ("rewrite" in step) {
    const draft = { body: step.rewrite, version: found.post_version };
    await rewritePost(trx, author, postId, draft, { now, limits, scorer: () => undefined });
    return;
  }
  const { kind, rule, reason } = step.decide;
  const ruleId = await findRule(trx, rule);
  await decideCase(trx, cast.Mo, found.id, { kind, version: found.version, ruleId, reason, now });
}

/** Lets the newcomer's post go at once that waits for a look, as a watchful moderator would. */
export async function letGo(trx: Trx, moderator: Person, now: number): Promise<void> {
  const held = await trx
    .selectFrom("case")
    .select("post_id")
    .where("state", "=", "held")
    .executeTakeFirst();
  if (held) await releaseHeld(trx, moderator, held.post_id, now);
}

const findCase = (trx: Trx, postId: number) =>
  trx
    .selectFrom("case")
    .innerJoin("post", "post.id", "case.post_id")
    .select(["case.id", "case.version"])
    .select("post.version as post_version")
    .where("case.post_id", "=", postId)
    .orderBy("case.id", "desc")
    .executeTakeFirstOrThrow();

async function findRule(trx: Trx, slug: string): Promise<number> {
  const rule = await trx
    .selectFrom("rule")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirstOrThrow();
  return rule.id;
}

/** Makes the appeal against the lock of a thread, or answers it. */
export async function appealLock(
  trx: Trx,
  threadId: number,
  {
    cast,
    by,
    appeal,
    isAnswer,
  }: { cast: Cast; by: DemoPerson; appeal: DemoAppeal; isAnswer: boolean },
  now: number,
): Promise<void> {
  const found = await trx
    .selectFrom("action")
    .leftJoin("appeal", "appeal.action_id", "action.id")
    .select(["action.id", "appeal.id as appealId"])
    .where("action.thread_id", "=", threadId)
    .where("action.kind", "=", "lock")
    .executeTakeFirstOrThrow();
  if (isAnswer) {
    const { by: judge, reason } = appeal.answered;
    await decideAppeal(trx, cast[judge], found.appealId!, { verdict: "upheld", reason, now });
  } else await appealAct(trx, cast[by], found.id, { body: appeal.body, now });
}
