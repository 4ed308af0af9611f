/** Whether what is typed is saved, told by the script that saves. */
import { say } from "../strings/say.ts";

/** Empty until then; React leaves alone what stands in it. */
export function DraftState() {
  return (
    <p
      className="hint draft-state"
      aria-live="polite"
      data-saved={say("drafts.state.saved")}
      data-unsaved={say("drafts.state.unsaved")}
      data-apart={say("drafts.state.apart")}
      dangerouslySetInnerHTML={{ __html: "" }}
    />
  );
}
