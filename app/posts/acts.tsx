/** What may be done with a post, in the order in which it is offered. What is a reader's own is left to its slots. */
import type { Slots } from "../drawing/slots.ts";
import { mayReply } from "../permissions.ts";
import { say } from "../strings/say.ts";
import { OWN_ACTS_BYTES } from "./own-acts.tsx";
import type { Around } from "./post.tsx";
import type { PostView } from "./post-view.ts";
import { Press } from "./press.tsx";

interface ActsProps {
  post: PostView;
  around: Around;
}

export function Acts({ post, around }: ActsProps) {
  const { role, slots } = around;
  const { id, author } = post;
  const isOffered = role
    ? !mayReply({ role }, around, post)
    : !around.isLocked && !post.isWithdrawn;
  const liked = post.isWithdrawn ? 0 : post.likedElsewhere;
  if (!slots && !isOffered && !liked) return null;
  return (
    <div className="acts">
      {isOffered && (
        <a className="plain" href={`/threads/${around.threadId}/reply?parent=${id}`}>
          {say("post.reply")}
          <span className="unseen">{say("post.reply.to", { author, id })}</span>
        </a>
      )}
      {isOffered && role && (
        <a
          className="plain to-quote"
          href={`/threads/${around.threadId}/reply?parent=${id}&quote=`}
        >
          {say("references.quote")}
          <span className="unseen">{say("references.quote.of", { author, id })}</span>
        </a>
      )}
      {slots && <Presses post={post} slots={slots} />}
      {slots?.fixed(`own-${id}`, OWN_ACTS_BYTES)}
      {liked > 0 && <span>{say("post.liked-elsewhere", { count: liked })}</span>}
    </div>
  );
}

function Presses({ post, slots }: { post: PostView; slots: Slots }) {
  const { id, author } = post;
  const usual = post.isWithdrawn ? "-" : "1";
  return (
    <>
      <Press
        action={`/posts/${id}/thanks`}
        name="thanks"
        value={slots.fixed(`thanks-${id}`, 1, usual)}
        words={[say("reading.thanks"), say("reading.thanked")]}
        of={say("reading.thanks.of", { author, id })}
      />
      <Press
        action={`/posts/${id}/save`}
        name="saved"
        value={slots.fixed(`saved-${id}`, 1, usual)}
        words={[say("reading.save"), say("reading.saved")]}
        of={say("reading.save.of", { id })}
      />
    </>
  );
}
