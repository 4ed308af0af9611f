/** A thing that somebody follows or mutes, in the list of all of them, with its level to change. */
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";
import { levelsOf } from "./level.ts";
import type { FollowLine as Line } from "./list-following.server.ts";

/** `here` is the page that the change leads back to. */
export function FollowLine({ line, here }: { line: Line; here: string }) {
  const { kind, id, name, author, path, excerpt, isWithdrawn, isAway } = line;
  const title =
    kind === "branch" ? say("following.branch.of", { author: author ?? "", title: name }) : name;
  return (
    <li className="follow-line">
      <p className="meta">
        <b>{say(line.isByWriting ? "following.kind.by-writing" : `following.kind.${kind}`)}</b>
        <span>
          {sayRich("following.since", {
            at: inWords(line.followedAt),
            time: () => <Time key="at" at={line.followedAt} isDay isFixed />,
          })}
        </span>
      </p>
      <h2>
        <a href={path} dir="auto">
          {title}
        </a>
      </h2>
      {excerpt && (
        <p className="hint" dir="auto">
          {excerpt}
        </p>
      )}
      {isWithdrawn && (
        <p className="gone">{say(isAway ? "states.branch" : "following.branch.withdrawn")}</p>
      )}
      <form className="row" method="post" action="/follow">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={kind === "search" ? name : id} />
        <input type="hidden" name="next" value={here} />
        <select name="level" defaultValue={line.level} aria-label={say("following.level.label")}>
          {[...levelsOf(kind), "none" as const].map((level) => (
            <option key={level} value={level}>
              {say(`following.short.${level}`)}
            </option>
          ))}
        </select>
        <button type="submit" className="button">
          {say("following.change")}
          <span className="unseen">{say("following.change.of", { name: title })}</span>
        </button>
      </form>
    </li>
  );
}
