/** What is limited for oneself, and until when. */
import type { Span } from "../limits/span.ts";
import { say, sayRich } from "../strings/say.ts";
import type { Pace } from "../threads/pace.ts";
import { inWords, Time } from "../ui/time.tsx";

const DAY = 86_400;

interface LimitsViewProps {
  level: number;
  pace: Pace;
  /** A day, at this level and at the next. */
  votes: { now: number; later: number };
  /** How long it takes from one line to an author to the next. */
  lines: Span;
  /** An hour. */
  thanks: number;
  now: number;
  joinedAt: number;
}

export function LimitsView(props: LimitsViewProps) {
  const { level, pace, votes, lines, thanks, now, joinedAt } = props;
  const { threadsADay: threads, repliesADay: replies, burst, step } = pace;
  const firstDayEnds = joinedAt + DAY;
  return (
    <ul className="norms">
      {threads !== null && replies !== null && (
        <li>
          {now < firstDayEnds
            ? sayRich("standing.limit.first-day", {
                ...{ threads, replies, until: inWords(firstDayEnds) },
                time: () => <Time key="until" at={firstDayEnds} />,
              })
            : say("standing.limit.a-day", { threads, replies })}
        </li>
      )}
      <li>{say("standing.limit.pace", { burst, seconds: Math.ceil(step / 1000) })}</li>
      <li>{say(level === 0 ? "standing.limit.votes" : "standing.limit.votes.only", votes)}</li>
      {level > 0 && <li>{say("standing.limit.lines", lines)}</li>}
      <li>{say("standing.limit.thanks", { thanks })}</li>
    </ul>
  );
}
