/** A thread as one Markdown text, each post with its own words. */
import { isAwayState } from "../posts/shown-html.ts";
import { say } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import type { WholePost, WholeThread } from "./read-whole-thread.server.ts";

const isoTime = (at: number) => new Date(at * 1000).toISOString();

/** The text: title and what it is about, then every post under a line that says whose it is and what it answers. */
export function threadAsMarkdown(thread: WholeThread, origin: string): string {
  const address = origin + threadPath(thread);
  const head = [
    `# ${oneLine(thread.title)}`,
    say("threads.markdown.head", {
      author: thread.author,
      date: isoTime(thread.at),
      topics: thread.topics.join(", "),
      address,
    }),
    thread.url && `<${thread.url}>`,
    thread.quote?.replace(/^/gm, "> "),
  ];
  const posts = thread.posts.map((post) => postAsMarkdown(post));
  const next =
    thread.next &&
    say("threads.markdown.next", {
      address: `${origin}/threads/${thread.id}.md?after=${thread.next}`,
    });
  return `${[...head, ...posts, next].filter(Boolean).join("\n\n")}\n`;
}

function postAsMarkdown(post: WholePost) {
  const line = say(post.parent ? "threads.markdown.reply" : "threads.markdown.post", {
    id: post.id,
    author: post.author,
    date: isoTime(post.at),
    parent: post.parent ?? 0,
    kind: say(`post.kind.${post.kind}`),
  });
  const body = isAwayState(post.state)
    ? say(`states.feed.${post.state}`)
    : post.isWithdrawn
      ? say("threads.markdown.withdrawn")
      : keepApart(post.body);
  return `---\n\n## ${line}\n\n${body}`;
}

/** A line of a post that looks like the line between posts is no such line. */
const keepApart = (body: string) => body.replace(/^( {0,3})(?=##? Post \d|---\s*$)/gm, "$1\\");

const oneLine = (text: string) => text.replace(/\s+/g, " ");
