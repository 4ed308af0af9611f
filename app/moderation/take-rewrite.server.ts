import type { Trx } from "#db/open.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { tellModerators } from "../flags/tell-moderators.server.ts";
import { RENDERER } from "../markdown/render.server.ts";
import { say } from "../strings/say.ts";
import { recordAct } from "./act.server.ts";
import { findPost } from "./find-post.server.ts";
import { halveVotes } from "./halve-votes.server.ts";
import { dropProposed } from "./publish-proposed.server.ts";
import { putText } from "./put-text.server.ts";
import { retitle } from "./retitle.server.ts";
import { findCase, takeStep } from "./take-step.server.ts";

interface Text {
  body: string;
  html: string;
  /** Of an opening post that is to have another; else null. */
  title: string | null;
}

interface Judged {
  /** Nobody need look at it. */
  isClear: boolean;
  /** So much of it is other than it was that votes on what it was count half. */
  isOther: boolean;
  now: number;
}

/** Takes an author's new text for a case: in its post's place, or kept as proposed for what was removed. */
export async function takeRewrite(
  trx: Trx,
  caseId: number,
  text: Text,
  { isClear, isOther, now }: Judged,
): Promise<"cleared" | "waits" | "proposed"> {
  const row = await findCase(trx, caseId);
  const isRemoved = row.state === "removed";
  await takeStep(trx, row, "rewrite", { now });
  await recordEvent(trx, {
    ...{ kind: "rewrite-sent", at: now, personId: row.author_id },
    ...{ postId: row.post_id, threadId: row.thread_id },
  });
  const post = await findPost(trx, row.post_id);
  if (isRemoved) {
    await propose(trx, post, { ...text, isOther }, now);
    await tellModerators(trx, row, now);
    return "proposed";
  }
  await putText(trx, post, text, post.public_from, now);
  if (text.title !== null) await retitle(trx, post.thread_id, text.title);
  if (isOther) await halveVotes(trx, post.id, now);
  if (!isClear) {
    await tellModerators(trx, row, now);
    return "waits";
  }
  await takeStep(trx, row, "pass", { now });
  await recordAct(trx, {
    ...{ kind: "clear", office: "clock", byId: null, reason: say("deeds.clear.passed"), now },
    ...{ aboutId: row.author_id, caseId, postId: post.id, threadId: post.thread_id },
    ruleId: row.rule_id,
  });
  return "cleared";
}

/** Instead of one that was proposed before, which a moderator found not to be enough. */
async function propose(
  trx: Trx,
  post: { id: number; version: number },
  { isOther, ...text }: Text & Pick<Judged, "isOther">,
  now: number,
) {
  await dropProposed(trx, post.id);
  await trx
    .insertInto("kept_text")
    .values({
      ...{ post_id: post.id, why: "proposed", version: post.version, head: null, kept_at: now },
      ...{ ...text, renderer: RENDERER, is_other: isOther ? 1 : 0 },
    })
    .execute();
}
