/** What somebody began to write and did not send, beside a form that is not filled with it. */
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { nameOf } from "./draft-line.tsx";
import type { DraftLine } from "./read-drafts.server.ts";

/** More are found on the page of one's drafts. */
const MOST_SHOWN = 3;

export function OtherDrafts({ lead, drafts }: { lead: string; drafts: DraftLine[] }) {
  if (drafts.length === 0) return null;
  return (
    <nav className="draft-note" aria-label={say("drafts.label")}>
      <p>{lead}</p>
      <ul>
        {drafts.slice(0, MOST_SHOWN).map((draft) => (
          <li key={draft.key}>
            <a href={`/drafts/${draft.key}`}>
              <bdi>{nameOf(draft)}</bdi>
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
