/** The forms by which administrators change topics. */

import { weighReason } from "../events/reason.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { readTopicDraft, type TopicDraft } from "../topics/topic.ts";

export interface TopicChange {
  draft: TopicDraft;
  /** Empty only where none is asked for. */
  reason: string;
}

/** Reads `name`, `about` and `reason`; throws WrongForm with every problem at once. */
export function readTopicChange(
  form: URLSearchParams,
  { isReasonAsked }: { isReasonAsked: boolean },
): TopicChange {
  const reason = (form.get("reason") ?? "").trim();
  const wrong = isReasonAsked || reason !== "" ? weighReason(reason) : null;
  const problems: Problems = wrong ? { reason: wrong } : {};
  let draft: TopicDraft;
  try {
    draft = readTopicDraft(form);
  } catch (error) {
    if (!(error instanceof WrongForm)) throw error;
    throw new WrongForm({ ...error.problems, ...problems });
  }
  if (wrong) throw new WrongForm(problems);
  return { draft, reason };
}
