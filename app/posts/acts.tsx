/** What may be done with a post, in the order in which it is offered. */
import { mayEdit, mayReply, mayRestore, maySave, mayThank, mayWithdraw } from "../permissions.ts";
import { say } from "../strings/say.ts";
import type { Around } from "./post.tsx";
import type { Thanks } from "./post-marks.ts";
import type { PostView } from "./post-view.ts";
import { Press } from "./press.tsx";

interface ActsProps {
  post: PostView;
  around: Around;
}

export function Acts({ post, around }: ActsProps) {
  const { person } = around;
  const { id, author } = post;
  const marks = around.marks[id] ?? {};
  const acts = [
    (!person ? !around.isLocked && !post.isWithdrawn : !mayReply(person, around, post)) && (
      <a key="reply" className="plain" href={`/threads/${around.threadId}/reply?parent=${id}`}>
        {say("post.reply")}
        <span className="unseen">{say("post.reply.to", { author, id })}</span>
      </a>
    ),
    person && !mayReply(person, around, post) && (
      <a
        key="quote"
        className="plain to-quote"
        href={`/threads/${around.threadId}/reply?parent=${id}&quote=`}
      >
        {say("references.quote")}
        <span className="unseen">{say("references.quote.of", { author, id })}</span>
      </a>
    ),
    (marks.isThanked || !mayThank(person, post)) && (
      <Press
        key="thanks"
        action={`/posts/${id}/thanks`}
        name="thanks"
        isPressed={marks.isThanked ?? false}
        words={[say("reading.thanks"), say("reading.thanked")]}
        of={say("reading.thanks.of", { author, id })}
      />
    ),
    (marks.isSaved || !maySave(person, post)) && (
      <Press
        key="save"
        action={`/posts/${id}/save`}
        name="saved"
        isPressed={marks.isSaved ?? false}
        words={[say("reading.save"), say("reading.saved")]}
        of={say("reading.save.of", { id })}
      />
    ),
    !mayEdit(person, post, around) && (
      <a key="edit" className="plain" href={`/posts/${id}/edit`}>
        {say("post.edit")}
        <span className="unseen">{say("post.edit.of", { id })}</span>
      </a>
    ),
    !mayWithdraw(person, post) && (
      <a key="withdraw" className="plain" href={`/posts/${id}/withdraw`}>
        {say("post.withdraw")}
        <span className="unseen">{say("post.edit.of", { id })}</span>
      </a>
    ),
    !mayRestore(person, post) && (
      <a key="restore" className="plain" href={`/posts/${id}/withdraw`}>
        {say("post.restore")}
        <span className="unseen">{say("post.edit.of", { id })}</span>
      </a>
    ),
    marks.thanks && !post.isWithdrawn && <Thanked key="thanked" thanks={marks.thanks} />,
    post.likedElsewhere > 0 && !post.isWithdrawn && (
      <span key="liked">{say("post.liked-elsewhere", { count: post.likedElsewhere })}</span>
    ),
  ].filter(Boolean);
  return acts.length > 0 ? <div className="acts">{acts}</div> : null;
}

/** Who thanked, for the eyes of the post's author. */
function Thanked({ thanks: { count, names } }: { thanks: Thanks }) {
  return (
    <details>
      <summary>{say("reading.thanks.got", { count })}</summary>
      <p>{say("reading.thanks.names", { names: names.join(", "), more: count - names.length })}</p>
    </details>
  );
}
