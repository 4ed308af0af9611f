/** What may be done with a post, in the order in which it is offered. What is a reader's own is left to its slots. */
import type { Slots } from "../drawing/slots.ts";
import { isModerator, mayReply } from "../permissions.ts";
import { say } from "../strings/say.ts";
import { VoteGroup } from "../votes/vote-group.tsx";
import { OWN_ACTS_BYTES } from "./own-acts.tsx";
import type { Around } from "./post.tsx";
import type { PostView } from "./post-view.ts";
import { Press } from "./press.tsx";
import { HAVE_BYTES, nothingPressed, writeHave } from "./read-press.ts";

interface ActsProps {
  post: PostView;
  around: Around;
}

export function Acts({ post, around }: ActsProps) {
  return around.slots ? (
    <OfReader post={post} around={around} slots={around.slots} />
  ) : (
    <OfVisitor post={post} around={around} />
  );
}

/** One form for every press, so that one field tells all that is pressed. */
function OfReader({ post, around, slots }: ActsProps & { slots: Slots }) {
  const { id, isWithdrawn } = post;
  const usual = writeHave(isWithdrawn ? nothingToPress : nothingPressed);
  return (
    <form className={isWithdrawn ? "acts over" : "acts"} method="post" action={`/posts/${id}/vote`}>
      <input type="hidden" name="have" value={slots.fixed(`have-${id}`, HAVE_BYTES, usual)} />
      <VoteGroup post={post} />
      <Answering post={post} around={around} />
      <Press
        to={`/posts/${id}/thanks`}
        name="thanks"
        post={post}
        words={[say("reading.thanks"), say("reading.thanked")]}
      />
      <Press
        to={`/posts/${id}/save`}
        name="saved"
        post={post}
        words={[say("reading.save"), say("reading.saved")]}
      />
      <Why post={post} />
      <Flag post={post} />
      <Splitting post={post} around={around} />
      <ToModerate post={post} around={around} />
      {slots.fixed(`own-${id}`, OWN_ACTS_BYTES)}
      <LikedElsewhere post={post} />
    </form>
  );
}

/** Below a withdrawn post nothing is left but to take back what was pressed. */
export const nothingToPress = { worth: null, agree: 0, thanks: null, saved: null } as const;

function OfVisitor({ post, around }: ActsProps) {
  const { votes, isWithdrawn } = post;
  return (
    <div className="acts">
      {votes && !isWithdrawn && <span>{say("votes.told", { ...votes })}</span>}
      <Answering post={post} around={around} />
      <Why post={post} />
      <LikedElsewhere post={post} />
    </div>
  );
}

function Answering({ post, around }: ActsProps) {
  const { role, isLocked, threadId } = around;
  const { id, author } = post;
  const isOffered = role ? !mayReply({ role }, around, post) : !isLocked && !post.isWithdrawn;
  if (!isOffered) return null;
  return (
    <>
      <a className="plain" href={`/threads/${threadId}/reply?parent=${id}`}>
        {say("post.reply")}
        <span className="unseen">{say("post.reply.to", { author, id })}</span>
      </a>
      {role && (
        <a className="plain to-quote" href={`/threads/${threadId}/reply?parent=${id}&quote=`}>
          {say("references.quote")}
          <span className="unseen">{say("references.quote.of", { author, id })}</span>
        </a>
      )}
    </>
  );
}

/** For moderators: a reply may become a thread of its own. */
function Splitting({ post, around }: ActsProps) {
  const { id, parentId, isWithdrawn } = post;
  if (!isModerator(around.role && { role: around.role })) return null;
  if (parentId === null || isWithdrawn) return null;
  return (
    <a className="plain" href={`/posts/${id}/split`}>
      {say("shields.split")}
      <span className="unseen">{say("shields.split.of", { id })}</span>
    </a>
  );
}

/** For moderators: what nobody flagged can be decided about, too. */
function ToModerate({ post: { id }, around }: ActsProps) {
  if (!isModerator(around.role && { role: around.role })) return null;
  return (
    <a className="plain" href={`/posts/${id}/moderate`}>
      {say("moderation.post.do")}
      <span className="unseen">{say("moderation.post.of", { id })}</span>
    </a>
  );
}

function Why({ post: { id, author, isWithdrawn } }: { post: PostView }) {
  if (isWithdrawn) return null;
  return (
    <a className="plain" href={`/posts/${id}/why`}>
      {say("votes.why")}
      <span className="unseen">{say("votes.of", { author, id })}</span>
    </a>
  );
}

/** Its author sees it too, for the page is everybody's; there they are told what they can do themselves. */
function Flag({ post: { id, author, isWithdrawn } }: { post: PostView }) {
  if (isWithdrawn) return null;
  return (
    <a className="plain to-flag" href={`/posts/${id}/flag`}>
      {say("flags.flag")}
      <span className="unseen">{say("flags.flag.of", { author, id })}</span>
    </a>
  );
}

function LikedElsewhere({ post }: { post: PostView }) {
  const count = post.isWithdrawn ? 0 : post.likedElsewhere;
  return count > 0 ? <span>{say("post.liked-elsewhere", { count })}</span> : null;
}
