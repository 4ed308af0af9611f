/** What moderators noted about somebody. */
import { personPath } from "../accounts/person-link.tsx";
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { NoteLine } from "./list-notes.server.ts";

export function NoteList({ notes }: { notes: readonly NoteLine[] }) {
  return (
    <ol className="acts-done">
      {notes.map(({ id, by, caseId, body, writtenAt }) => (
        <li key={id}>
          <p className="note" dir="auto">
            {body}
          </p>
          <p className="meta">
            <a href={personPath(by)}>
              <bdi>{by}</bdi>
            </a>
            <Time at={writtenAt} />
            {caseId !== null && (
              <a href={`/moderation/cases/${caseId}`}>
                {say("moderation.note.of-case", { id: caseId })}
              </a>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
