/** Beside a thread: the way around it, and how to take it along. */
import { FeedLink } from "../feeds/feed-link.tsx";
import { say } from "../strings/say.ts";
import type { ThreadView } from "./read-thread.server.ts";

interface MarginProps {
  thread: ThreadView;
  /** Where the opening post is shown, which a branch's own page does not. */
  openingPath: string;
  mayWrite: boolean;
}

export function ThreadMargin({ thread, openingPath, mayWrite }: MarginProps) {
  return (
    <aside className="margin" aria-label={say("threads.margin.thread")}>
      <nav aria-labelledby="in-this">
        <h2 id="in-this">{say("threads.margin.in-this")}</h2>
        <ul>
          <li>
            <a href={openingPath}>{say("threads.margin.opening", { author: thread.author })}</a>
          </li>
          <li>
            <a href="#replies">
              {say("threads.margin.replies")} <span className="n">{thread.replyCount}</span>
            </a>
          </li>
          {mayWrite && (
            <li>
              <a href="#reply">{say("threads.margin.write")}</a>
            </li>
          )}
        </ul>
      </nav>
      {thread.norms && (
        <div>
          <h2>{say("threads.norms", { author: thread.author })}</h2>
          <p dir="auto">{thread.norms}</p>
        </div>
      )}
      <nav aria-labelledby="take">
        <h2 id="take">{say("threads.margin.take")}</h2>
        <ul>
          <li>
            <a href={`/threads/${thread.id}.md`}>{say("threads.margin.markdown")}</a>
          </li>
          <li>
            <a href={`/threads/${thread.id}.json`}>{say("threads.margin.json")}</a>
          </li>
          <li>
            <FeedLink path={`/threads/${thread.id}`} />
          </li>
        </ul>
      </nav>
    </aside>
  );
}
