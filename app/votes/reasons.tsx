/** Why a post is worth reading, each a press. */
import { say } from "../strings/say.ts";
import { VOTE_REASONS, type VoteReason } from "./ballot.ts";

/** Pressing the chosen one takes it back; each says beside what it sends which it is. */
export function Reasons({ chosen }: { chosen: VoteReason | null }) {
  return VOTE_REASONS.map((reason) => (
    <button
      key={reason}
      type="submit"
      name="reason"
      value={reason === chosen ? "" : reason}
      data-reason={reason}
      aria-pressed={reason === chosen}
    >
      {say(`votes.reason.${reason}`)}
    </button>
  ));
}
