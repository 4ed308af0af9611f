/** What honours a post has, and the ways to give it one; nothing where there is neither. */
import { say } from "../strings/say.ts";
import { LinesView } from "./lines-view.tsx";
import { mindsPath } from "./mind-path.ts";
import type { PostHonours as Honours } from "./read-post-honours.server.ts";

/** `hidden` counts the lines that their reader mutes. */
export function PostHonours(props: Honours & { hidden: number }) {
  const { id, minds, mayPraise, maySayChanged, ownLine, lines, hidden } = props;
  const isEmpty = minds === 0 && !mayPraise && !maySayChanged && ownLine === null;
  if (isEmpty && lines.length + hidden === 0) return null;
  return (
    <section className="page-section" aria-labelledby="honours">
      <h2 id="honours">{say("standing.honours")}</h2>
      {minds > 0 && (
        <p>
          <a href={mindsPath(id)}>{say("standing.mind.changed.this", { count: minds })}</a>
        </p>
      )}
      {(mayPraise || maySayChanged) && (
        <ul className="norms">
          {maySayChanged && (
            <li>
              <a href={mindsPath(id)}>{say("standing.mind.give")}</a>
            </li>
          )}
          {mayPraise && (
            <li>
              <a href={`/posts/${id}/exemplary`}>{say("standing.line.give")}</a>
            </li>
          )}
        </ul>
      )}
      {ownLine !== null && (
        <>
          <p>{say("standing.line.sent")}</p>
          <p className="quote" dir="auto">
            {ownLine}
          </p>
        </>
      )}
      <LinesView lines={lines} hidden={hidden} here={`/posts/${id}/why`} isOfPost />
    </section>
  );
}
