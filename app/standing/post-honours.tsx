/** What honours a post has, and the ways to give it one; nothing where there is neither. */
import { say } from "../strings/say.ts";
import { LinesView } from "./lines-view.tsx";
import type { PostHonours as Honours } from "./read-post-honours.server.ts";

export function PostHonours({ id, minds, mayPraise, maySayChanged, lines }: Honours) {
  if (minds === 0 && !mayPraise && !maySayChanged && lines.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="honours">
      <h2 id="honours">{say("standing.honours")}</h2>
      {minds > 0 && (
        <p>
          <a href={`/posts/${id}/changed-my-mind`}>
            {say("standing.mind.changed.this", { count: minds })}
          </a>
        </p>
      )}
      {(mayPraise || maySayChanged) && (
        <ul className="norms">
          {maySayChanged && (
            <li>
              <a href={`/posts/${id}/changed-my-mind`}>{say("standing.mind.give")}</a>
            </li>
          )}
          {mayPraise && (
            <li>
              <a href={`/posts/${id}/exemplary`}>{say("standing.line.give")}</a>
            </li>
          )}
        </ul>
      )}
      <LinesView lines={lines} isOfPost />
    </section>
  );
}
