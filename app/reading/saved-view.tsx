/** A saved post in the list of them, and what is offered after one was removed. */
import { say, sayRich } from "../strings/say.ts";
import { threadPath } from "../threads/thread-path.ts";
import { inWords, Time } from "../ui/time.tsx";
import type { SavedLine } from "./list-saved.server.ts";

export function Saved({ post }: { post: SavedLine }) {
  const { id, author } = post;
  return (
    <article className="thread-line">
      <p className="label">
        {sayRich("saved.in", {
          author,
          title: post.thread.title,
          thread: (parts) => (
            <a key="thread" href={threadPath(post.thread)} dir="auto">
              {parts}
            </a>
          ),
        })}
      </p>
      {post.excerpt === null ? (
        <p className="gone">{say(post.isAway ? "states.saved" : "saved.withdrawn")}</p>
      ) : (
        <p className="both" dir="auto">
          {post.excerpt}
        </p>
      )}
      <div className="meta">
        <a href={post.path}>
          <span>
            {sayRich("saved.at", {
              at: inWords(post.savedAt),
              time: () => <Time key="at" at={post.savedAt} isDay />,
            })}
          </span>
        </a>
        <SaveForm id={id} isSaved={false}>
          {say("saved.remove")}
          <span className="unseen">{say("saved.remove.of", { author, id })}</span>
        </SaveForm>
      </div>
    </article>
  );
}

export function Removed({ post }: { post: { id: number; author: string; title: string } }) {
  return (
    <div className="box row" role="status">
      <p>{say("saved.removed", { author: post.author, title: post.title })}</p>
      <SaveForm id={post.id} isSaved>
        {say("saved.undo")}
      </SaveForm>
    </div>
  );
}

function SaveForm(props: { id: number; isSaved: boolean; children: React.ReactNode }) {
  return (
    <form method="post" action={`/posts/${props.id}/save`}>
      <input type="hidden" name="from" value="saved" />
      <button
        type="submit"
        className={props.isSaved ? "button" : "plain"}
        name="saved"
        value={props.isSaved ? "1" : "0"}
      >
        {props.children}
      </button>
    </form>
  );
}
