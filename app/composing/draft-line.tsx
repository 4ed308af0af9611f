/** A draft in the list of one's own. */
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { DraftLine as Line } from "./read-drafts.server.ts";
import { shorten } from "./shorten.ts";

/** Characters of a text that are shown of it. */
const MOST_SHOWN = 240;

export function DraftLine({ draft }: { draft: Line }) {
  const name = nameOf(draft);
  const address = `/drafts/${draft.key}`;
  const isOpen = draft.closedAt === null;
  const words = shorten(draft.body, MOST_SHOWN);
  return (
    <article className="thread-line">
      <h3 dir="auto">{isOpen ? <a href={address}>{name}</a> : name}</h3>
      {words && (
        <p className="both" dir="auto">
          {words}
        </p>
      )}
      <form method="post" action={address} className="meta">
        <span>
          {sayRich("drafts.saved", { time: () => <Time key="time" at={draft.savedAt} /> })}
        </span>
        {isOpen ? (
          <>
            <a href={address}>
              {say("drafts.continue")}
              <span className="unseen">{say("drafts.of", { draft: name })}</span>
            </a>
            <button type="submit" className="plain">
              {say("drafts.discard")}
              <span className="unseen">{say("drafts.of", { draft: name })}</span>
            </button>
          </>
        ) : (
          <button type="submit" className="button" name="back" value="1">
            {say("drafts.put-back")}
            <span className="unseen">{say("drafts.of", { draft: name })}</span>
          </button>
        )}
      </form>
    </article>
  );
}

/** What a draft is for, in words. */
export function nameOf({
  form,
  title,
  thread,
  author,
}: Pick<Line, "form" | "title" | "thread" | "author">): string {
  const words = title.replace(/\s+/g, " ").trim();
  if (form === "thread") {
    return words === "" ? say("drafts.thread") : say("drafts.thread.titled", { title: words });
  }
  if (!thread) return say(form === "reply" ? "drafts.reply.lost" : "drafts.edit.lost");
  return form === "reply"
    ? say("drafts.reply", { author: author ?? "", thread: thread.title })
    : say("drafts.edit", { thread: thread.title });
}
