/** Why a post is worth reading, each a press. */
import { say } from "../strings/say.ts";
import { VOTE_REASONS, type VoteReason } from "./ballot.ts";

/** Pressing the chosen one takes it back. */
export function Reasons({ chosen }: { chosen: VoteReason | null }) {
  return VOTE_REASONS.map((reason) => (
    <button
      key={reason}
      type="submit"
      name="reason"
      value={reason === chosen ? "" : reason}
      aria-pressed={reason === chosen}
    >
      {say(`votes.reason.${reason}`)}
    </button>
  ));
}
