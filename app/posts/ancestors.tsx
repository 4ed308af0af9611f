/** Above a branch that stands on its own page: what it answers, and the ways up. */
import { PersonLink } from "../accounts/person-link.tsx";
import type { Slots } from "../drawing/slots.ts";
import { FOLLOW_BYTES, FollowControl, usualPress } from "../following/follow-control.tsx";
import { excerpt } from "../markdown/excerpt.ts";
import { isAway } from "../moderation/states.ts";
import { say } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { MutedPost } from "./muted-post.tsx";
import { branchPath } from "./post-place.ts";
import type { PostView } from "./post-view.ts";
import { shownHtml } from "./shown-html.ts";

interface AncestorsProps {
  /** The post that the branch begins with. */
  branch: PostView;
  /** What it answers, the nearest last. */
  ancestors: readonly PostView[];
  /** A post further up, on whose page the branch goes on down to here. */
  above: number | null;
  /** The address of the thread. */
  path: string;
  slots: Slots | null;
  /** Posts that the one reader for whom it is drawn does not wish to see. */
  hidden: ReadonlySet<number>;
  /** The page's own address. */
  here: string;
}

export function Ancestors(props: AncestorsProps) {
  const { branch, ancestors, above, path, slots, hidden, here } = props;
  return (
    <section className="ancestors" aria-label={say("threads.branch.context")}>
      <p className="branch-note">
        {say("threads.branch.of", { author: branch.author })}{" "}
        <a href={path}>{say("threads.branch.whole")}</a>
        {above !== null && (
          <>
            {" · "}
            <a href={branchPath(path, "best", above)}>{say("threads.branch.above")}</a>
          </>
        )}
      </p>
      {!branch.isWithdrawn && (
        <FollowControl
          thing={{ kind: "branch", id: branch.id }}
          name={branch.author}
          press={slots?.fixed("follow-branch", FOLLOW_BYTES, usualPress("branch"))}
        />
      )}
      {ancestors.length > 0 && (
        <ol>
          {ancestors.map((post) => (
            <li key={post.id}>
              {hidden.has(post.id) ? (
                <MutedPost post={post} here={here} />
              ) : (
                <Ancestor post={post} path={path} />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The beginning of its words: whoever wants all of them goes there. */
function Ancestor({ post, path }: { post: PostView; path: string }) {
  const { id, author, isWithdrawn, parentId } = post;
  const words = isAway(post.state)
    ? say("states.branch")
    : isWithdrawn
      ? say("threads.branch.withdrawn")
      : excerpt(shownHtml(post));
  return (
    <>
      <p className="by">
        <PersonLink name={author} />
        <a href={parentId === null ? path : branchPath(path, "best", id)}>
          <Time at={post.postedAt} />
          <span className="unseen">{say("threads.branch.go", { author, id })}</span>
        </a>
      </p>
      <p className={isWithdrawn ? "gone" : "both"} dir="auto">
        {words}
      </p>
    </>
  );
}
