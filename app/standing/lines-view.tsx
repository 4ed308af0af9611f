/** Lines that others sent to an author, for the author's eyes. */
import { personPath } from "../accounts/person-link.tsx";
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { ExemplaryLine } from "./list-exemplary.server.ts";

export function LinesView({ lines }: { lines: ExemplaryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="lines">
      <h2 id="lines">{say("standing.lines")}</h2>
      <p className="hint">{say("standing.lines.hint")}</p>
      <ul>
        {lines.map(({ id, line, sender, sentAt, post }) => (
          <li key={id} className="notice" id={`line-${id}`}>
            <p dir="auto">{line}</p>
            <p className="meta">
              <span>
                {sayRich("standing.lines.from", {
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
              </span>
              <Time at={sentAt} isDay />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
