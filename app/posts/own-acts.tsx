/** What an author may do with their own post, and what others made of it. */
import type { PostState } from "#db/schema.ts";
import { mayEdit, mayRestore, mayWithdraw, type Person } from "../permissions.ts";
import { say } from "../strings/say.ts";
import type { Thanks } from "./post-marks.ts";
import type { VotesView } from "./post-view.ts";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const OWN_ACTS_BYTES = 256;

export interface OwnPost {
  id: number;
  authorId: number;
  isWithdrawn: boolean;
  state: PostState;
  /** When time takes moderation's next step with it; epoch seconds. */
  dueAt: number | null;
  votes: VotesView | null;
}

interface OwnActsProps {
  person: Person;
  post: OwnPost;
  thread: { isLocked: boolean };
  thanks: Thanks | undefined;
}

/** The page where each post says why it stands where it does tells its author the rest. */
export function OwnActs({ person, post, thread, thanks }: OwnActsProps) {
  const { id, votes } = post;
  return (
    <>
      {!mayEdit(person, post, thread) && (
        <a className="plain" href={`/posts/${id}/edit`}>
          {say("post.edit")}
        </a>
      )}
      {!mayWithdraw(person, post) && (
        <a className="plain" href={`/posts/${id}/withdraw`}>
          {say("post.withdraw")}
        </a>
      )}
      {!mayRestore(person, post) && (
        <a className="plain" href={`/posts/${id}/withdraw`}>
          {say("post.restore")}
        </a>
      )}
      {!post.isWithdrawn && (votes || thanks) && (
        <a className="plain" href={`/posts/${id}/why`}>
          {[
            votes && say("votes.got", { voters: votes.voters, worth: votes.worth }),
            thanks && say("reading.thanks.got", { count: thanks.count }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </a>
      )}
    </>
  );
}
