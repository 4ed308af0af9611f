/** In the place of a post that its reader does not wish to see. */
import { withMutedShown } from "../following/shows-muted.ts";
import { say } from "../strings/say.ts";

interface MutedPostProps {
  post: { id: number; author: string };
  /** The page's own address. */
  here: string;
}

export function MutedPost({ post: { id, author }, here }: MutedPostProps) {
  return (
    <article className="post" id={`post-${id}`} aria-label={say("post.label", { author, id })}>
      <p className="gone">{say("following.hidden.post", { author })}</p>
      <div className="acts">
        <a className="plain" href={withMutedShown(`${here}#post-${id}`)}>
          {say("following.hidden.show")}
          <span className="unseen">{say("following.hidden.of", { id })}</span>
        </a>
      </div>
    </article>
  );
}
