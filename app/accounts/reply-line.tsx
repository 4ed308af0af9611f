/** A reply in the list of what somebody wrote. */

import type { PostLine } from "../posts/list-person-posts.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { Time } from "../ui/time.tsx";

export function ReplyLine({ post }: { post: PostLine }) {
  return (
    <article className="thread-line">
      <p className="label">
        {sayRich("accounts.person.in", {
          kind: say(`post.kind.${post.kind}`),
          title: post.thread.title,
          thread: (parts) => (
            <a key="thread" href={threadPath(post.thread)} dir="auto">
              {parts}
            </a>
          ),
        })}
      </p>
      {post.excerpt && (
        <p className="both" dir="auto">
          {post.excerpt}
        </p>
      )}
      <p className="meta">
        <a href={post.path}>
          <Time at={post.postedAt} isDay />
        </a>
      </p>
    </article>
  );
}
