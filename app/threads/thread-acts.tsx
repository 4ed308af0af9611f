/** What moderators may do with a thread, in its head. */
import { say } from "../strings/say.ts";
import type { ThreadView } from "./read-thread.server.ts";

export function ThreadActs({ thread }: { thread: ThreadView }) {
  const acts = [
    ["pin", say(thread.isPinned ? "threads.unpin" : "threads.pin")],
    ["lock", say(thread.isLocked ? "threads.unlock" : "threads.lock")],
    ["slow", say("shields.slow")],
    ["topics", say("shields.topics")],
    ["merge", say("shields.merge")],
    ...(thread.quietUntil === null ? [] : [["quiet", say("shields.unquiet")]]),
  ];
  return (
    <nav className="acts" aria-label={say("threads.moderate")}>
      {acts.map(([act, words]) => (
        <a key={act} className="plain" href={`/threads/${thread.id}/${act}`}>
          {words}
        </a>
      ))}
    </nav>
  );
}
