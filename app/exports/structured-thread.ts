/** A thread in the words of schema.org, for those who search. */
import { personPath } from "../accounts/person-link.tsx";
import type { ThreadView } from "../threads/read-thread.server.ts";
import { threadPath } from "../threads/thread-path.ts";

const isoTime = (at: number) => new Date(at * 1000).toISOString();

/** A DiscussionForumPosting; what people wrote stays text, since the page escapes it. */
export function structuredThread(thread: ThreadView, origin: string) {
  return {
    "@context": "https://schema.org",
    "@type": "DiscussionForumPosting",
    headline: thread.title,
    text: thread.excerpt,
    url: origin + threadPath(thread),
    datePublished: isoTime(thread.startedAt),
    dateModified: isoTime(thread.activeAt),
    author: { "@type": "Person", name: thread.author, url: origin + personPath(thread.author) },
    commentCount: thread.replyCount,
    keywords: thread.topics.map((topic) => topic.name).join(", "),
    ...(thread.url ? { about: thread.url } : {}),
  };
}
