/** A post: who wrote it, when, what it says, and what may be done with it. */
import type { Role } from "#db/schema.ts";
import { PersonLink } from "../accounts/person-link.tsx";
import type { Slots } from "../drawing/slots.ts";
import { isAway } from "../moderation/states.ts";
import { NEW_MARK_BYTES } from "../reading/new-mark.tsx";
import { QuotedBy, type Quoters } from "../references/quoted-by.tsx";
import { mindsPath } from "../standing/mind-path.ts";
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import { Icon } from "../ui/icon.tsx";
import { inWords, Time } from "../ui/time.tsx";
import { Acts } from "./acts.tsx";
import { hasFate } from "./fate.ts";
import { TextByState } from "./kept-away.tsx";
import { MutedPost } from "./muted-post.tsx";
import { OWN_FATE_BYTES } from "./own-fate.tsx";
import type { PostView } from "./post-view.ts";

/** What a post needs to know of the page it stands on. */
export interface Around {
  threadId: number;
  threadAuthor: string;
  isLocked: boolean;
  /** Of the readers; null for who is not signed in. */
  role: Role | null;
  /** Where they find what is their own. */
  slots: Slots | null;
  /** Who quotes the posts. */
  quoters: Quoters;
  /** Posts that the one reader for whom it is drawn does not wish to see. */
  hidden: ReadonlySet<number>;
  /** The page's own address. */
  here: string;
}

interface PostProps {
  post: PostView;
  around: Around;
  /** The author of the post that this one answers, when it stands on the same page. */
  parentAuthor?: string | undefined;
}

/** Indentation stops at this depth on a phone; from there on a post says whom it answers. */
const DEEP = 4;

export function Post({ post, around, parentAuthor }: PostProps) {
  const { author, id } = post;
  const depth = post.depth;
  if (around.hidden.has(id)) return <MutedPost post={post} here={around.here} />;
  return (
    <article className="post" id={`post-${id}`} aria-label={say("post.label", { author, id })}>
      {depth >= DEEP && (
        <p className="re">
          <b>
            <span className="unseen">{say("post.depth")}</span>
            {depth}
          </b>
          <a href={parentAuthor ? `#post-${post.parentId}` : `/posts/${post.parentId}`}>
            <Icon name="parent" />
            {parentAuthor
              ? say("post.in-reply-to", { author: parentAuthor })
              : say("post.in-reply-to.above")}
          </a>
        </p>
      )}
      {post.isOtherView && <p className="other-view">{say("votes.other-view")}</p>}
      <header className="by">
        <PersonLink name={author} />
        {author === around.threadAuthor && <span className="is-author">{say("post.began")}</span>}
        {post.kind !== "reply" && <span className="kind">{say(`post.kind.${post.kind}`)}</span>}
        <a href={`/posts/${id}`}>
          <Time at={post.postedAt} />
        </a>
        {post.editedAt && !post.isWithdrawn && (
          <a href={`/posts/${id}/history`}>
            <span aria-hidden="true">{say("post.edited")}</span>
            <span className="unseen">
              {say("post.edited.of", { date: inWords(post.editedAt), id })}
            </span>
          </a>
        )}
        {post.minds > 0 && (
          <a className="minds" href={mindsPath(id)}>
            {say("standing.mind.changed", { count: post.minds })}
          </a>
        )}
        {around.slots?.fixed(`new-${id}`, NEW_MARK_BYTES)}
      </header>
      <Text post={post} />
      {hasFate(post) && around.slots?.fixed(`fate-${id}`, OWN_FATE_BYTES)}
      {around.quoters[id] && <QuotedBy {...around.quoters[id]} />}
      <Acts post={post} around={around} />
    </article>
  );
}

function Text({ post }: { post: PostView }) {
  const { author, state, withdrawnAt, html } = post;
  if (state !== "published" && (isAway(state) || !withdrawnAt)) return <TextByState post={post} />;
  if (!withdrawnAt) return <Html html={html} />;
  return <p className="gone">{say("post.withdrawn", { author, date: inWords(withdrawnAt) })}</p>;
}
