/** Whom somebody blocks, each with the way to let go. */
import { personPath } from "../accounts/person-link.tsx";
import { say } from "../strings/say.ts";

export function BlockedList({ names, others }: { names: readonly string[]; others: number }) {
  return (
    <section aria-labelledby="blocked">
      <h2 id="blocked">{say("shields.blocked")}</h2>
      <p className="hint">
        {say(names.length > 0 ? "shields.blocked.text" : "shields.blocked.none")}
      </p>
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name} className="row">
              <a href={personPath(name)}>
                <bdi>{name}</bdi>
              </a>
              <a className="plain" href={`${personPath(name)}/block`}>
                {say("shields.unblock")}
                <span className="unseen"> {name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p>{say("shields.blocked.more", { count: others })}</p>}
    </section>
  );
}

/** On somebody's page, for one reader. */
export function BlockLink({ name, isBlocked }: { name: string; isBlocked: boolean }) {
  return (
    <a className="plain" href={`${personPath(name)}/block`}>
      {say(isBlocked ? "shields.unblock.of" : "shields.block.of", { name })}
    </a>
  );
}
