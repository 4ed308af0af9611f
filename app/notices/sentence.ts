/** What a notice says, and where it leads: the same in the inbox and in letters. */
import { searchPath } from "../search/search-path.ts";
import { mindPath } from "../standing/mind-path.ts";
import { quoted } from "../strings/quoted.ts";
import { type MessageKey, type Said, say } from "../strings/say.ts";
import { inWords } from "../ui/time.tsx";
import { MOST_NAMED, type Notice } from "./notice.ts";

/** The sentence, without markup. */
export function sentenceOf(notice: Notice): Said {
  if (notice.state !== "told") return { key: `notices.${notice.state}` };
  const { kind, count, title, about, after, how } = notice;
  const names = namesOf(notice);
  const words = { title: quoted(title), about: kind === "search" ? quoted(about) : about };
  const which = how.replaceAll("-", "_");
  return {
    key: keyOf(notice, kind),
    values: { names, count, ...words, after, how: which, until: untilOf(notice) },
  };
}

/** Until when what was decided holds, in words. */
const untilOf = ({ kind, after }: Notice): string =>
  kind === "decision" && after ? inWords(Number(after)) : "none";

function keyOf({ isStart, count }: Notice, kind: Notice["kind"]): MessageKey {
  switch (kind) {
    case "branch":
    case "thread":
    case "person":
    case "topic":
      if (!isStart) return "notices.posts";
      return count === 1 ? "notices.started" : "notices.started.more";
    default:
      return `notices.${kind}`;
  }
}

/** "Nia, Root and Mo", or "Nia, Root, Mo and 4 others". */
function namesOf({ names, others, count }: Notice): string {
  const [one = "", two = "", three = ""] = names;
  const named = Math.min(names.length, MOST_NAMED);
  if (others > 0) return say("notices.names.more", { named: names.join(", "), others });
  return say("notices.names", { named, count, one, two, three });
}

/** Why it came. */
export function whyOf({ kind, about, by }: Notice): Said {
  return { key: `notices.why.${kind}`, values: { about: about || "none", by: by ?? "thread" } };
}

/** The path where what it tells of is read. */
export function placeOf(notice: Notice): string {
  const { kind, postId, aboutId, about } = notice;
  if (kindsOfModeration.has(kind)) return placeOfModeration(notice);
  if (kind === "search") return searchPath(about, "newest", null);
  if (kind === "level" || kind === "line") return "/standing";
  if (kind === "role") return "/log";
  if (postId === null) return "/inbox";
  if (kind === "mind" && aboutId !== null) return mindPath({ id: aboutId, postId });
  return `/posts/${postId}`;
}

const kindsOfModeration: ReadonlySet<Notice["kind"]> = new Set<Notice["kind"]>([
  "decision",
  "case",
  "mailbox",
]);

/** Acts after which something is asked of the author. */
const asking: ReadonlySet<string> = new Set(["ask", "refuse", "lapse"]);

function placeOfModeration({ kind, how, aboutId, decidedId }: Notice): string {
  if (kind === "mailbox") return "/account/mailbox";
  if (kind === "case") {
    if (how === "appeal") return "/moderation/appeals";
    return how === "moderator-stopped" && aboutId !== null ? `/log/${aboutId}` : "/moderation";
  }
  if (asking.has(how) && decidedId !== null) return `/posts/${decidedId}/rewrite`;
  return aboutId === null ? "/log" : `/log/${aboutId}`;
}
