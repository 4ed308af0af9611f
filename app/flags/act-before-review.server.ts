/** What flags do to a post before anybody has looked at it: little, and never for one side alone. */
import type { Trx } from "#db/open.server.ts";
import { recordAct } from "../moderation/act.server.ts";
import { readBreaker } from "../moderation/read-breaker.server.ts";
import { takeStep } from "../moderation/take-step.server.ts";
import { say } from "../strings/say.ts";
import type { FlagReason } from "./reasons.ts";
import type { WeighedCase } from "./weigh-case.server.ts";

interface Wish {
  /** Whether the flag that was just raised hides the post at once. */
  hides: boolean;
  reason: FlagReason;
  now: number;
}

/** Hides a post at once, or asks its author to rewrite it, where its flags are enough for that; the act stands in the log as the members'. Answers which. While the circuit breaker is open nobody is asked before review; an urgent flag hides all the same. */
export async function actBeforeReview(
  trx: Trx,
  weighed: WeighedCase,
  { hides, reason, now }: Wish,
): Promise<"hidden" | "asked" | null> {
  const { state } = weighed.case;
  if (state !== "open") return null;
  const isAsked = !hides && weighed.isHiddenBeforeReview && !(await readBreaker(trx)).isTripped;
  if (!hides && !isAsked) return null;
  const { id, post_id, thread_id, author_id, rule_id } = weighed.case;
  const { dueAt } = await takeStep(trx, weighed.case, hides ? "hide" : "ask", { now });
  await recordAct(trx, {
    ...{ kind: hides ? "hide" : "ask", office: "members", byId: null, aboutId: author_id },
    ...{ caseId: id, postId: post_id, threadId: thread_id, ruleId: rule_id, untilAt: dueAt, now },
    reason: hides
      ? say("flags.act.hidden", { what: say(`flags.reason.${reason}`) })
      : say("flags.act.asked"),
  });
  return hides ? "hidden" : "asked";
}
