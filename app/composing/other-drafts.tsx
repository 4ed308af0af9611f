/** Threads that somebody began to write and did not send, above the form for a new one. */
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { DraftLine } from "./read-drafts.server.ts";

/** More are found on the page of one's drafts. */
const MOST_SHOWN = 3;

export function OtherDrafts({
  drafts,
}: {
  drafts: Pick<DraftLine, "key" | "title" | "savedAt">[];
}) {
  return (
    <nav className="draft-note" aria-label={say("drafts.label")}>
      <p>{say("drafts.others", { count: drafts.length })}</p>
      <ul>
        {drafts.slice(0, MOST_SHOWN).map((draft) => (
          <li key={draft.key}>
            <a href={`/drafts/${draft.key}`}>
              <bdi>{draft.title.trim() || say("drafts.untitled")}</bdi>
            </a>{" "}
            <span className="hint">
              {sayRich("drafts.saved", { time: () => <Time key="time" at={draft.savedAt} /> })}
            </span>
          </li>
        ))}
        {drafts.length > MOST_SHOWN && (
          <li>
            <a href="/drafts">{say("drafts.all")}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
