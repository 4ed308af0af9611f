import type { CaseFacts } from "./read-case.server.ts";
import type { CasePost } from "./read-case-post.server.ts";

/** What comes next in a case, as its page says it; null where nothing is to be said. */
export function nextKey(
  { state, dueAt, isClosed }: Pick<CaseFacts, "state" | "dueAt" | "isClosed">,
  { isTakenBack }: Pick<CasePost, "isTakenBack">,
) {
  if (isClosed) return "moderation.next.over";
  if (state === "open" || state === "appealed") return `moderation.next.${state}` as const;
  const isRewritable = state === "asked" || state === "lapsed";
  if (isRewritable && dueAt === null && isTakenBack) return "moderation.next.taken-back";
  if (state === "lapsed" && dueAt === null) return "moderation.next.lapsed.over";
  const timed = ["asked", "hidden", "held", "rewritten", "lapsed", "removed"] as const;
  const known = timed.find((each) => each === state);
  return known && dueAt !== null ? (`moderation.next.${known}` as const) : null;
}
