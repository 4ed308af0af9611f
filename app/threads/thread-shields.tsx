/** What holds replies back in a thread, said openly: quiet, and slow mode. */
import { say, sayRich } from "../strings/say.ts";
import { inWordsToTheMinute, Time } from "../ui/time.tsx";
import type { ThreadView } from "./read-thread.server.ts";

export function ThreadShields({ thread }: { thread: ThreadView }) {
  const { author, quietUntil, slowSeconds } = thread;
  return (
    <>
      {quietUntil !== null && (
        <p className="own-word">
          {sayRich("shields.quiet.note", {
            author,
            until: inWordsToTheMinute(quietUntil),
            time: () => <Time key="until" at={quietUntil} isFixed />,
          })}
        </p>
      )}
      {slowSeconds !== null && (
        <p className="own-word">{say("shields.slow.note", { minutes: slowSeconds / 60 })}</p>
      )}
    </>
  );
}
