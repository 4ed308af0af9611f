/** What waits in the outbox and what did not go out, and the way to each. */
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { type LetterState, MOST_COUNTED } from "./letter-state.ts";

interface BacklogProps {
  backlog: { waiting: number; oldestAt: number | null; aside: number; doubt: number };
  /** Of which letters the list is; null for all. */
  state: LetterState | null;
}

export function Backlog({ backlog, state }: BacklogProps) {
  const { waiting, oldestAt, aside, doubt } = backlog;
  return (
    <>
      <dl className="pairs">
        <dt>{say("letters.admin.waiting")}</dt>
        <dd>
          {oldestAt === null
            ? shownOf(waiting)
            : sayRich("letters.admin.oldest", {
                count: shownOf(waiting),
                time: () => <Time key="at" at={oldestAt} isFixed />,
              })}
        </dd>
        <dt>{say("letters.admin.aside")}</dt>
        <dd>{shownOf(aside)}</dd>
        <dt>{say("letters.admin.doubt")}</dt>
        <dd>{shownOf(doubt)}</dd>
      </dl>
      {doubt > 0 && <p className="box">{say("letters.admin.doubt.hint")}</p>}
      <nav className="tabs" aria-label={say("letters.admin.show")}>
        <a href="/admin/letters" aria-current={state === null ? "page" : undefined}>
          {say("letters.admin.show.all")}
        </a>
        {shown.map((one) => (
          <a
            key={one}
            href={`/admin/letters?state=${one}`}
            aria-current={state === one ? "page" : undefined}
          >
            {say(`letters.admin.state.${one}`)}
          </a>
        ))}
      </nav>
    </>
  );
}

const shownOf = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));

const shown = ["waiting", "aside", "doubt", "sent"] as const;
