/** Minds that were changed: the records of one post, and what a profile tells of them. */
import type { ReactNode } from "react";
import { PersonLink, personPath } from "../accounts/person-link.tsx";
import { HiddenNote } from "../following/hidden-note.tsx";
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { ChangedMind, Honours } from "./list-changed-minds.server.ts";
import { mindPath } from "./mind-path.ts";

/** One record whole: the view before, and the view now. */
export function MindView({ mind, children }: { mind: ChangedMind; children?: ReactNode }) {
  return (
    <article
      className="box mind"
      id={`mind-${mind.id}`}
      aria-label={say("standing.mind.of", { person: mind.person })}
    >
      <p className="by">
        <PersonLink name={mind.person} /> <Time at={mind.recordedAt} isDay />
      </p>
      <h2 className="label">{say("standing.mind.was", { person: mind.person })}</h2>
      <p className="quote marked" dir="auto">
        {mind.before}
      </p>
      <h2 className="label">{say("standing.mind.is", { person: mind.person })}</h2>
      <p className="marked" dir="auto">
        {mind.now}
      </p>
      {children}
    </article>
  );
}

/** What a profile tells of minds, in its margin; nothing where there is nothing. */
interface HonoursMarginProps {
  name: string;
  honours: Honours;
  /** How many are hidden by what their reader mutes. */
  hidden: number;
  /** The address of the page. */
  here: string;
}

export function HonoursMargin({ name, honours, hidden, here }: HonoursMarginProps) {
  const { ofOthers, own } = honours;
  if (ofOthers.length + own.length + hidden === 0) return null;
  return (
    <aside className="margin" aria-label={say("standing.mind")}>
      <MindLines
        id="minds-of-others"
        title={say("standing.mind.of-others", { name })}
        minds={ofOthers}
        of="person"
      />
      <MindLines
        id="minds-own"
        title={say("standing.mind.own-list", { name })}
        minds={own}
        of="author"
      />
      <HiddenNote count={hidden} what="minds" here={here} />
    </aside>
  );
}

interface MindLinesProps {
  id: string;
  title: string;
  minds: ChangedMind[];
  /** Who is named. */
  of: "person" | "author";
}

function MindLines({ id, title, minds, of }: MindLinesProps) {
  if (minds.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="minds">
        {minds.map((mind) => (
          <li key={mind.id}>
            <p>
              {sayRich(of === "person" ? "standing.mind.line.other" : "standing.mind.line.own", {
                ...{ person: mind.person, author: mind.author, title: mind.title },
                who: (parts) => (
                  <a key="who" href={personPath(mind[of])}>
                    <bdi>{parts}</bdi>
                  </a>
                ),
                post: (parts) => (
                  <a key="post" href={mindPath(mind)} dir="auto">
                    {parts}
                  </a>
                ),
              })}
            </p>
            <p className="n">
              <Time at={mind.recordedAt} isDay />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
