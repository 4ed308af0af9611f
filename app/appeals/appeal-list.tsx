/** Appeals that wait. */
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Time } from "../ui/time.tsx";
import type { AppealLine } from "./list-appeals.server.ts";

interface ListProps {
  lines: readonly AppealLine[];
  next: string | null;
  /** Whether the page begins after others. */
  isEnd: boolean;
  /** Epoch seconds. */
  now: number;
}

export function AppealList({ lines, next, isEnd, now }: ListProps) {
  if (lines.length === 0 && isEnd) {
    return <EndOfList says={say("appeals.end")} first="/moderation/appeals" />;
  }
  if (lines.length === 0) return <p className="gone">{say("appeals.empty")}</p>;
  return (
    <>
      <ol className="cases">
        {lines.map(({ id, name, kind, madeAt, dueAt }) => (
          <li key={id} className="case-line">
            <p>
              <a href={`/moderation/appeals/${id}`}>
                {say("appeals.line", { name, what: say(`moderation.act.${kind}` as MessageKey) })}
              </a>
            </p>
            <p className="meta">
              <span>
                {sayRich("appeals.made", { time: () => <Time key="made" at={madeAt} /> })}
              </span>
              <span>
                {sayRich(dueAt < now ? "appeals.overdue" : "appeals.due", {
                  time: () => <Time key="due" at={dueAt} isFixed />,
                })}
              </span>
            </p>
          </li>
        ))}
      </ol>
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={`/moderation/appeals?after=${next}`}>
            {say("appeals.further")}
          </a>
        </p>
      )}
    </>
  );
}
