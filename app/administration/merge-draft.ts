import { weighReason } from "../events/reason.ts";
import { WrongForm } from "../refusals.ts";
import type { Problems } from "../strings/say.ts";
import { topicSlug } from "../topics/topic.ts";

interface Named {
  id: number;
  slug: string;
}

/** Reads `into`, the name of one of the topics there are, and `reason`; throws WrongForm with every problem at once. */
export function readMergeDraft<Topic extends Named>(
  form: URLSearchParams,
  topics: Topic[],
): { into: Topic; reason: string } {
  const problems: Problems = {};
  const reason = (form.get("reason") ?? "").trim();
  const wrong = weighReason(reason);
  if (wrong) problems.reason = wrong;
  const slug = topicSlug(form.get("into") ?? "");
  const into = topics.find((topic) => topic.slug === slug);
  if (slug === "") problems.into = { key: "administration.merge.into.missing" };
  else if (!into) problems.into = { key: "administration.merge.into.unknown" };
  if (!into || Object.keys(problems).length > 0) throw new WrongForm(problems);
  return { into, reason };
}
