/** What an author may do with their own post, and who thanked for it. */
import { mayEdit, mayRestore, mayWithdraw, type Person } from "../permissions.ts";
import { say } from "../strings/say.ts";
import type { Thanks } from "./post-marks.ts";

/** As many bytes of HTML as are left for it in a page that others read too. */
export const OWN_ACTS_BYTES = 512;

interface OwnActsProps {
  person: Person;
  post: { id: number; authorId: number; isWithdrawn: boolean };
  thread: { isLocked: boolean };
  thanks: Thanks | undefined;
}

export function OwnActs({ person, post, thread, thanks }: OwnActsProps) {
  const { id } = post;
  return (
    <>
      {!mayEdit(person, post, thread) && (
        <a className="plain" href={`/posts/${id}/edit`}>
          {say("post.edit")}
          <span className="unseen">{say("post.edit.of", { id })}</span>
        </a>
      )}
      {!mayWithdraw(person, post) && (
        <a className="plain" href={`/posts/${id}/withdraw`}>
          {say("post.withdraw")}
          <span className="unseen">{say("post.edit.of", { id })}</span>
        </a>
      )}
      {!mayRestore(person, post) && (
        <a className="plain" href={`/posts/${id}/withdraw`}>
          {say("post.restore")}
          <span className="unseen">{say("post.edit.of", { id })}</span>
        </a>
      )}
      {thanks && !post.isWithdrawn && <Thanked thanks={thanks} />}
    </>
  );
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
