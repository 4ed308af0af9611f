/** What somebody began to write and did not send, beside a form that is not filled with it. */
import { say, sayRich } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { nameOf } from "./draft-line.tsx";
import type { OtherDraft } from "./read-form-drafts.server.ts";

interface OtherDraftsProps {
  lead: string;
  /** The newest. */
  drafts: OtherDraft[];
  /** Of all. */
  count: number;
}

export function OtherDrafts({ lead, drafts, count }: OtherDraftsProps) {
  if (drafts.length === 0) return null;
  return (
    <nav className="draft-note" aria-label={say("drafts.label")}>
      <p>{lead}</p>
      <ul>
        {drafts.map((draft) => (
          <li key={draft.key}>
            <a href={`/drafts/${draft.key}`}>
              <bdi>{nameOf(draft)}</bdi>
            </a>{" "}
            <span className="hint">
              {sayRich("drafts.saved", { time: () => <Time key="time" at={draft.savedAt} /> })}
            </span>
          </li>
        ))}
        {count > drafts.length && (
          <li>
            <a href="/drafts">{say("drafts.all")}</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
