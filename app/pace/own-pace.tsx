/** On one's own page of standing: that one is held to one reply an hour, why, and until when. */
import { say, sayRich } from "../strings/say.ts";
import { inWordsToTheMinute, Time } from "../ui/time.tsx";

interface OwnPaceProps {
  /** Epoch seconds. */
  until: number;
  reason: string | null;
  /** The row of the log. */
  actId: number | null;
}

export function OwnPace({ until, reason, actId }: OwnPaceProps) {
  return (
    <section className="box prose" aria-labelledby="own-pace">
      <h2 id="own-pace">{say("shields.pace")}</h2>
      <p>
        {sayRich("shields.pace.text", {
          until: inWordsToTheMinute(until),
          time: () => <Time key="until" at={until} isFixed />,
        })}
      </p>
      {reason && <p dir="auto">{say("shields.pace.why", { reason })}</p>}
      {actId !== null && (
        <p>
          <a href={`/log/${actId}`}>{say("shields.pace.log")}</a>
        </p>
      )}
    </section>
  );
}
