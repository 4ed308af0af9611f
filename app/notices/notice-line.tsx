/** A notice in the inbox: what it says, why it came, and the press that stops its kind. */
import { say, sayIt } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import type { Notice } from "./notice.ts";
import { sentenceOf, whyOf } from "./sentence.ts";

/** `here` is the page that marking it as read leads back to. */
export function NoticeLine({ notice, here }: { notice: Notice; here: string }) {
  const { id, isUnread, state, words } = notice;
  const sentence = sayIt(sentenceOf(notice));
  return (
    <li className={isUnread ? "notice unread" : "notice"}>
      {state === "told" ? (
        <p dir="auto">
          <a href={`/notices/${id}`}>{sentence}</a>
        </p>
      ) : (
        <p className="gone">{sentence}</p>
      )}
      {words && (
        <p className="words" dir="auto">
          {say("notices.words", { words })}
        </p>
      )}
      <div className="meta">
        {isUnread && <span className="new">{say("inbox.unread")}</span>}
        <span>{sayIt(whyOf(notice))}</span>
        <Time at={notice.changedAt} />
        {isUnread && (
          <form method="post" action={`/notices/${id}/read`}>
            <input type="hidden" name="next" value={here} />
            <button type="submit" className="plain">
              {say("inbox.mark")}
              <Of sentence={sentence} />
            </button>
          </form>
        )}
        <form method="post" action={`/notices/${id}/stop`}>
          <button type="submit" className="plain">
            {say("inbox.stop", { by: notice.by ?? "none" })}
            <Of sentence={sentence} />
          </button>
        </form>
      </div>
    </li>
  );
}

/** For whoever meets the button alone. */
const Of = ({ sentence }: { sentence: string }) => (
  <span className="unseen">{say("inbox.of", { sentence })}</span>
);

/** What was stopped a moment ago, and the way back. */
export function StoppedNote(props: { notice: Notice; was: string }) {
  const { notice, was } = props;
  const { id, kind, by } = notice;
  if (was === "none") return <Note text={say("inbox.stopped.not")} />;
  const text =
    by === "search"
      ? say("inbox.stopped.search")
      : say("inbox.stopped", { by: by ?? "none", kind: sayIt(whyOf({ ...notice, kind })) });
  return (
    <Note text={text}>
      <form method="post" action={`/notices/${id}/stop`}>
        <button type="submit" className="button" name="undo" value={was}>
          {say("inbox.undo")}
        </button>
      </form>
    </Note>
  );
}

const Note = ({ text, children }: { text: string; children?: React.ReactNode }) => (
  <div className="box row" role="status">
    <p>{text}</p>
    {children}
  </div>
);
