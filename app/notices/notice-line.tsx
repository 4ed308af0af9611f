/** A notice in the inbox: what it says, why it came, and the press that stops its kind. */
import { followPath, type Thing } from "../following/level.ts";
import { quoted } from "../strings/quoted.ts";
import { say, sayIt } from "../strings/say.ts";
import { Time } from "../ui/time.tsx";
import { kindFacts } from "./kinds.ts";
import type { Notice } from "./notice.ts";
import { sentenceOf, whyOf } from "./sentence.ts";

interface NoticeLineProps {
  notice: Notice;
  /** The page that marking it as read leads back to, there to the notice `after` it. */
  here: string;
  after: number | undefined;
  stopped: readonly number[];
}

export function NoticeLine({ notice, here, after, stopped }: NoticeLineProps) {
  const { id, isUnread, state, words } = notice;
  const sentence = sayIt(sentenceOf(notice));
  return (
    <li className={isUnread ? "notice unread" : "notice"}>
      {state === "told" ? (
        <p dir="auto">
          <a id={`notice-${id}`} href={`/notices/${id}`}>
            {sentence}
          </a>
        </p>
      ) : (
        <p className="gone" id={`notice-${id}`} tabIndex={-1}>
          {sentence}
        </p>
      )}
      {words && (
        <p className="words" dir="auto">
          {quoted(words)}
        </p>
      )}
      <div className="meta">
        {isUnread && <span className="new">{say("inbox.unread")}</span>}
        <span>{sayIt(whyOf(notice))}</span>
        <Time at={notice.changedAt} />
        {isUnread && (
          <form method="post" action={`/notices/${id}/read`}>
            <input type="hidden" name="next" value={here} />
            {after && <input type="hidden" name="after" value={after} />}
            <button type="submit" className="plain">
              {say("inbox.mark")}
              <Of sentence={sentence} />
            </button>
          </form>
        )}
        {!stopped.includes(id) && !kindFacts[notice.kind].isOwed && (
          <form method="post" action={`/notices/${id}/stop`}>
            <button type="submit" className="plain">
              {say("inbox.stop", { by: notice.by ?? "none" })}
              <Of sentence={sentence} />
            </button>
          </form>
        )}
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
  const { id, by, title, follow, about } = notice;
  if (was === "none") return <Note text={say("inbox.stopped.not")} />;
  const text =
    by === "search"
      ? say("inbox.stopped.search")
      : say("inbox.stopped", {
          by: by ?? "none",
          title: quoted(title),
          kind: sayIt(whyOf(notice)),
        });
  return (
    <Note text={text}>
      {follow && <a href={followPath(thingOf(follow, about))}>{say("inbox.stopped.change")}</a>}
      <form method="post" action={`/notices/${id}/stop`}>
        <button type="submit" className="button" name="undo" value={was}>
          {say("inbox.undo")}
        </button>
      </form>
    </Note>
  );
}

/** A search is named by its text. */
const thingOf = ({ kind, objectId }: NonNullable<Notice["follow"]>, asked: string): Thing =>
  kind === "search" ? { kind, asked } : { kind, id: objectId };

const Note = ({ text, children }: { text: string; children?: React.ReactNode }) => (
  <div className="box row" role="status">
    <p>{text}</p>
    {children}
  </div>
);
