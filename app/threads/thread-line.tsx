/** A thread in a list. */
import type { News } from "../reading/list-new.server.ts";
import { toldCount } from "../reading/new-posts.ts";
import { say, sayIt } from "../strings/say.ts";
import { TopicLink } from "../topics/topic-link.tsx";
import { Time } from "../ui/time.tsx";
import type { ThreadLine as Line } from "./list-threads.server.ts";
import { labelThing } from "./thing.ts";
import { threadPath } from "./thread-path.ts";

export function ThreadLine({ thread, news }: { thread: Line; news?: News | undefined }) {
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
        {news && (
          <a className="new" href={`/posts/${news.firstId}`}>
            {say("reading.new.count", { told: toldCount(news.count) })}
            <span className="unseen">{say("reading.new.of", { title: thread.title })}</span>
          </a>
        )}
      </p>
    </article>
  );
}

/** A list of threads with the way to older ones, or what it says when there are none. */
export function ThreadList({
  threads,
  news = {},
  older,
  empty,
}: {
  threads: Line[];
  /** What is new to the reader, by thread. */
  news?: Record<number, News>;
  older: string | null;
  empty: React.ReactNode;
}) {
  if (threads.length === 0) return <>{empty}</>;
  return (
    <>
      {threads.map((thread) => (
        <ThreadLine key={thread.id} thread={thread} news={news[thread.id]} />
      ))}
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
