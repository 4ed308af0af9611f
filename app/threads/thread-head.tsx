/** The head of a thread's page: topics, title, what it is about, and how it stands. */
import type { Slots } from "../drawing/slots.ts";
import { FOLLOW_BYTES, FollowControl, usualPress } from "../following/follow-control.tsx";
import { say } from "../strings/say.ts";
import { TopicLink } from "../topics/topic-link.tsx";
import { Icon } from "../ui/icon.tsx";
import { Time } from "../ui/time.tsx";
import { QUIET_BYTES } from "./quiet-link.tsx";
import type { ThreadView } from "./read-thread.server.ts";
import { ThingFigure } from "./thing-figure.tsx";
import { ThreadActs } from "./thread-acts.tsx";
import { ThreadShields } from "./thread-shields.tsx";

interface ThreadHeadProps {
  thread: ThreadView;
  slots: Slots | null;
  isModerator: boolean;
}

export function ThreadHead({ thread, slots, isModerator }: ThreadHeadProps) {
  return (
    <header className="thread-head">
      <p className="meta">
        {thread.topics.map((topic) => (
          <TopicLink key={topic.slug} topic={topic} />
        ))}
        <span>
          <bdi>{thread.author}</bdi>, <Time at={thread.startedAt} isDay />
        </span>
        {thread.importedFrom && (
          <span>{say("reading.imported", { source: thread.importedFrom })}</span>
        )}
        {thread.isPinned && (
          <span>
            <Icon name="pin" /> {say("threads.pinned")}
          </span>
        )}
        {thread.isLocked && (
          <span>
            <Icon name="lock" /> {say("threads.locked")}
          </span>
        )}
      </p>
      <h1 dir="auto">{thread.title}</h1>
      {thread.url && <ThingFigure url={thread.url} quote={thread.quote} />}
      {thread.disclosure && (
        <p className="own-word">
          {say("threads.disclosure", { author: thread.author, disclosure: thread.disclosure })}
        </p>
      )}
      <ThreadShields thread={thread} />
      <FollowControl
        thing={{ kind: "thread", id: thread.id }}
        name={thread.title}
        press={slots?.fixed("follow", FOLLOW_BYTES, usualPress("thread"))}
      />
      {slots?.fixed("quiet", QUIET_BYTES)}
      {isModerator && <ThreadActs thread={thread} />}
    </header>
  );
}
