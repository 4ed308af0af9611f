/** A thread in a list. */
import type { Slots } from "../drawing/slots.ts";
import { HiddenNote } from "../following/hidden-note.tsx";
import { NEWS_LINK_BYTES } from "../reading/news-link.tsx";
import { say, sayIt } from "../strings/say.ts";
import { TopicLink } from "../topics/topic-link.tsx";
import { Time } from "../ui/time.tsx";
import { labelThing } from "./thing.ts";
import { threadPath } from "./thread-path.ts";
import type { ThreadLine as Line } from "./thread-rows.server.ts";

export function ThreadLine({ thread, slots }: { thread: Line; slots: Slots | null }) {
  const marks = [
    thread.isPinned && say("threads.pinned"),
    thread.isLocked && say("threads.locked"),
    thread.url && sayIt(labelThing(thread.url)),
  ].filter(Boolean);
  return (
    <article className="thread-line">
      {marks.length > 0 && <p className="label">{marks.join(" · ")}</p>}
      <h2>
        <a href={threadPath(thread)} dir="auto">
          {thread.title}
        </a>
      </h2>
      {thread.excerpt && (
        <p className="both" dir="auto">
          {thread.excerpt}
        </p>
      )}
      <p className="meta">
        {thread.topics.map((topic) => (
          <TopicLink key={topic.slug} topic={topic} />
        ))}
        <span>
          <bdi>{thread.author}</bdi>, <Time at={thread.startedAt} isDay />
        </span>
        <span>
          {say("threads.line.replies", {
            replies: thread.replyCount,
            people: thread.replyCount === 0 ? 1 : thread.personCount,
          })}
        </span>
        {thread.openingId !== null && (
          <a href={`/posts/${thread.openingId}/why`}>
            {say("votes.why")}
            <span className="unseen">{say("votes.why.thread", { title: thread.title })}</span>
          </a>
        )}
        {slots?.fixed(`news-${thread.id}`, NEWS_LINK_BYTES)}
      </p>
    </article>
  );
}

const nothing: ReadonlySet<number> = new Set();

/** A list of threads with the way to older ones, or what it says when there are none. */
export function ThreadList({
  threads,
  slots = null,
  hidden = nothing,
  here,
  older,
  empty,
}: {
  threads: Line[];
  /** Where readers find what is new to them. */
  slots?: Slots | null;
  /** What its reader does not wish to see. */
  hidden?: ReadonlySet<number> | undefined;
  /** The list's own address. */
  here: string;
  older: string | null;
  empty: React.ReactNode;
}) {
  if (threads.length === 0) return <>{empty}</>;
  const shown = threads.filter(({ id }) => !hidden.has(id));
  return (
    <>
      {shown.map((thread) => (
        <ThreadLine key={thread.id} thread={thread} slots={slots} />
      ))}
      <HiddenNote count={threads.length - shown.length} what="threads" here={here} />
      {older && (
        <p className="pages">
          <a className="button" rel="next" href={older}>
            {say("threads.older")}
          </a>
        </p>
      )}
    </>
  );
}
