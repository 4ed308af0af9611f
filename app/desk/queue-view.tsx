/** The cases that wait, each with why and since when. */
import { personPath } from "../accounts/person-link.tsx";
import { quoted } from "../strings/quoted.ts";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { excerptOf } from "./excerpt-of.ts";
import type { CaseLine } from "./list-cases.server.ts";
import { casePath, type QueuePart, queuePath } from "./queue.ts";

interface QueueProps {
  cases: readonly CaseLine[];
  part: QueuePart;
  next: string | null;
  isFirst: boolean;
}

export function QueueView({ cases, part, next, isFirst }: QueueProps) {
  return (
    <>
      {cases.length === 0 && (
        <p className="gone">{say(isFirst ? "moderation.queue.empty" : "moderation.queue.end")}</p>
      )}
      {cases.length > 0 && (
        <ol className="cases">
          {cases.map((line) => (
            <Line key={line.id} line={line} part={part} />
          ))}
        </ol>
      )}
      {(next || !isFirst) && (
        <p className="pages row">
          {next && (
            <a className="button" rel="next" href={queuePath(part, next)}>
              {say("moderation.queue.further")}
            </a>
          )}
          {!isFirst && (
            <a className="button" href={queuePath(part)}>
              {say("moderation.queue.first")}
            </a>
          )}
        </p>
      )}
      <Keys />
    </>
  );
}

function Line({ line, part }: { line: CaseLine; part: QueuePart }) {
  const { id, passage, title, author, reasons, state, dueAt } = line;
  return (
    <li className="case-line">
      <p>
        <a href={casePath(id, part)} dir="auto">
          {passage === null ? say("moderation.line.whole", { title }) : quoted(excerptOf(passage))}
        </a>
      </p>
      <p className="meta">
        {line.isUrgent && <span className="kind">{say("moderation.line.urgent")}</span>}
        {state !== "open" && (
          <span className="kind">{say(`moderation.state.${state}` as MessageKey)}</span>
        )}
        {reasons.map(({ reason, count }) => (
          <span key={reason}>
            {say("moderation.line.reason", {
              reason: say(`flags.reason.${reason}` as MessageKey),
              count,
            })}
          </span>
        ))}
        {line.isFound && <span>{say("moderation.line.found")}</span>}
        <span>
          {sayRich("moderation.line.by", {
            author,
            who: (parts) => (
              <a key="who" href={personPath(author)}>
                <bdi>{parts}</bdi>
              </a>
            ),
          })}
        </span>
        {passage !== null && <span>{say("moderation.line.in", { title })}</span>}
        <span>
          {sayRich("moderation.line.since", {
            time: () => <Time key="since" at={line.waitsSince} />,
          })}
        </span>
        {dueAt !== null && (
          <span>
            {sayRich("moderation.line.due", { time: () => <Time key="due" at={dueAt} isFixed /> })}
          </span>
        )}
      </p>
    </li>
  );
}

/** What the keys do; shown where they are heard. */
export function Keys() {
  return (
    <details className="keys" hidden>
      <summary>
        {say("moderation.keys.show")} <kbd>?</kbd>
      </summary>
      <p>
        {sayRich("moderation.queue.keys", {
          kbd: (parts) => <kbd key={String(parts)}>{parts}</kbd>,
        })}
      </p>
    </details>
  );
}
