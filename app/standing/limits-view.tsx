/** What is limited for oneself, and until when. */
import { say, sayRich } from "../strings/say.ts";
import type { Pace } from "../threads/pace.ts";
import { inWords, Time } from "../ui/time.tsx";

const DAY = 86_400;

interface LimitsViewProps {
  level: number;
  pace: Pace;
  votesADay: { now: number; later: number };
  now: number;
  joinedAt: number;
}

export function LimitsView({ level, pace, votesADay, now, joinedAt }: LimitsViewProps) {
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
      {level === 0 && <li>{say("standing.limit.votes", votesADay)}</li>}
      <li>{say("standing.limit.none")}</li>
    </ul>
  );
}
