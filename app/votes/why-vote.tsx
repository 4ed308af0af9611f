/** The vote on the page that explains a post: the presses with what they mean, and why it is worth reading. */
import { type Pressed, writeHave } from "../posts/read-press.ts";
import { say, sayRich } from "../strings/say.ts";
import type { VoteReason } from "./ballot.ts";
import { Reasons } from "./reasons.tsx";
import { VoteGroup } from "./vote-group.tsx";

interface WhyVoteProps {
  post: Parameters<typeof VoteGroup>[0]["post"];
  pressed: Pressed;
  reason: VoteReason | null;
  isNewcomer: boolean;
}

export function WhyVote({ post, pressed, reason, isNewcomer }: WhyVoteProps) {
  return (
    <>
      <p>{say("why.vote.lead")}</p>
      {isNewcomer && <p className="hint">{say("why.vote.newcomer")}</p>}
      <form className="acts" method="post" action={`/posts/${post.id}/vote`}>
        <input type="hidden" name="have" value={writeHave(pressed)} />
        <input type="hidden" name="from" value="why" />
        <VoteGroup post={post} />
        {pressed.worth && (
          <fieldset className="after">
            <legend>{say("why.reasons")}</legend>
            <Reasons chosen={reason} />
          </fieldset>
        )}
      </form>
    </>
  );
}

/** In its place for somebody who is not signed in. */
export function SignInToVote({ path }: { path: string }) {
  return (
    <p>
      {sayRich("why.vote.sign-in", {
        signin: (parts) => (
          <a key="in" href={`/sign-in?next=${encodeURIComponent(path)}`}>
            {parts}
          </a>
        ),
      })}
    </p>
  );
}
