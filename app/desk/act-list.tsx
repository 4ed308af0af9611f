/** What was done, by whom and why. */
import { personPath } from "../accounts/person-link.tsx";
import { type MessageKey, say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { ActLine } from "./list-acts.server.ts";

export function ActList({ acts }: { acts: readonly ActLine[] }) {
  return (
    <ol className="acts-done">
      {acts.map((act) => (
        <li key={act.id}>
          <p>
            <ActSentence act={act} />
          </p>
          {act.reason && (
            <p className="prose" dir="auto">
              {act.reason}
            </p>
          )}
          <p className="meta">
            <Time at={act.at} />
            {act.rule !== null && <span>{say("moderation.act.rule", { rule: act.rule })}</span>}
            {act.untilAt !== null && (
              <span>
                {sayRich("moderation.act.until", {
                  what: untilWhat(act.kind),
                  time: () => <Time key="until" at={act.untilAt!} isFixed />,
                })}
              </span>
            )}
            {act.undoneAt !== null && <span className="kind">{say("moderation.act.undone")}</span>}
            <a href={`/log/${act.id}`}>{say("moderation.case.log")}</a>
          </p>
        </li>
      ))}
    </ol>
  );
}

function untilWhat(kind: string): string {
  if (kind === "ask" || kind === "remove") return "text";
  return kind === "hide" || kind === "hold" ? "look" : "itself";
}

/** "asked to rewrite, by Mo". */
export function ActSentence({ act }: { act: Pick<ActLine, "kind" | "by" | "office"> }) {
  const { by, office } = act;
  const what = say(`moderation.act.${act.kind}` as MessageKey);
  if (by === null) return <>{say("moderation.act.office", { what, office })}</>;
  const who = (parts: React.ReactNode[]) => (
    <a key="who" href={personPath(by)}>
      <bdi>{parts}</bdi>
    </a>
  );
  return <>{sayRich("moderation.act.by", { what, by, who })}</>;
}
