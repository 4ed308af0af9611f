/** Lines that others sent to an author, for the author's eyes. */
import { personPath } from "../accounts/person-link.tsx";
import { HiddenNote } from "../following/hidden-note.tsx";
import { type Said, say, sayIt, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { ExemplaryLine } from "./list-exemplary.server.ts";

interface LinesViewProps {
  lines: ExemplaryLine[];
  /** How many are hidden by what their reader mutes. */
  hidden: number;
  /** The address of the page. */
  here: string;
  /** Whether they stand below the heading of one post, which need not be named. */
  isOfPost?: boolean;
}

export function LinesView({ lines, hidden, here, isOfPost = false }: LinesViewProps) {
  if (lines.length + hidden === 0) return null;
  const Heading = isOfPost ? "h3" : "h2";
  return (
    <section aria-labelledby="lines">
      <Heading id="lines">{say("standing.lines")}</Heading>
      <p className="hint">{say("standing.lines.hint")}</p>
      <ul>
        {lines.map(({ id, line, sender, sentAt, post }) => (
          <li key={id} className="notice" id={`line-${id}`}>
            <p dir="auto">{line}</p>
            <div className="hint">
              {sayRich(isOfPost ? "standing.lines.from.only" : "standing.lines.from", {
                ...{ sender, title: post.title },
                who: (parts) => (
                  <a key="who" href={personPath(sender)}>
                    <bdi>{parts}</bdi>
                  </a>
                ),
                post: (parts) => (
                  <a key="post" href={`/posts/${post.id}`} dir="auto">
                    {parts}
                  </a>
                ),
              })}
              , <Time at={sentAt} isDay />
            </div>
          </li>
        ))}
      </ul>
      <HiddenNote count={hidden} what="lines" here={here} />
    </section>
  );
}

/** Why no line can be sent about a post now, with the one that was. */
export function LineBarNote({ said, line }: { said: Said; line: string | null }) {
  return (
    <div className="box prose">
      <p>{sayIt(said)}</p>
      {line !== null && (
        <p className="quote" dir="auto">
          {line}
        </p>
      )}
    </div>
  );
}
