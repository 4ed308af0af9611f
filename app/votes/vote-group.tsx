/** The votes below a post: worth reading on one hand, agreement on the other. */
import type { VotesView } from "../posts/post-view.ts";
import { say } from "../strings/say.ts";

interface VoteGroupProps {
  post: { id: number; author: string; votes: VotesView | null };
}

/** What is pressed stands in a field of the form before it; the stylesheet shows it, and the word that says so. */
export function VoteGroup({ post: { id, author, votes } }: VoteGroupProps) {
  return (
    <fieldset className="votes" aria-label={say("votes.label", { author, id })}>
      <button type="submit" name="worth" value="1">
        <b>{say("votes.yours")}</b>
        {say("votes.worth")}
        <Count of={votes?.worth} />
      </button>
      <button type="submit" name="agree" value="1">
        <b>{say("votes.yours")}</b>
        {say("votes.agree")}
        <Count of={votes?.agree} />
      </button>
      <button type="submit" name="agree" value="-1">
        <b>{say("votes.yours")}</b>
        {say("votes.disagree")}
        <Count of={votes?.disagree} />
      </button>
    </fieldset>
  );
}

/** Nothing while counts are hidden. */
function Count({ of }: { of: number | undefined }) {
  return of === undefined ? null : <span className="n"> {of}</span>;
}
