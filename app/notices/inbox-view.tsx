/** The inbox: what is new first, then what was read lately; or all. */
import { useActionData } from "@remix-run/react";
import type { HandedBack } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { HandedBackNote } from "../ui/handed-back.tsx";
import type { InboxShown } from "./list-notices.server.ts";
import type { Notice } from "./notice.ts";
import { NoticeLine, StoppedNote } from "./notice-line.tsx";

export function InboxView(props: {
  notices: readonly Notice[];
  read: readonly Notice[];
  next: string | null;
  show: InboxShown;
  /** The cursor of what is shown; null on its first page. */
  after: string | null;
  /** When the page was made: what comes later stays unread. */
  until: number;
  /** Those of which nothing more of the same comes. */
  stopped: readonly number[];
  undo: { notice: Notice; was: string } | null;
}) {
  const { notices, read, next, show, after, until, undo, stopped } = props;
  const here = pathOf(show, after);
  const isAnyUnread = notices.some(({ isUnread }) => isUnread);
  return (
    <main id="main" className="inbox">
      <div className="with-action">
        <h1>{say("inbox.title")}</h1>
        {isAnyUnread && (
          <form method="post" action="/inbox">
            <input type="hidden" name="until" value={until} />
            <button type="submit" className="button">
              {say("inbox.mark-all")}
            </button>
          </form>
        )}
      </div>
      <HandedBackNote form={useActionData<HandedBack>()} isPress />
      <nav className="tabs" aria-label={say("inbox.which")}>
        <a href="/inbox" aria-current={show === "new" ? "page" : undefined}>
          {say("inbox.new")}
        </a>
        <a href="/inbox?show=all" aria-current={show === "all" ? "page" : undefined}>
          {say("inbox.all")}
        </a>
        <a href="/inbox?show=decisions" aria-current={show === "decisions" ? "page" : undefined}>
          {say("inbox.decisions")}
        </a>
      </nav>
      {undo && <StoppedNote {...undo} />}
      {notices.length === 0 &&
        (after === null ? (
          <p className="gone">{say(`inbox.empty.${show}`)}</p>
        ) : (
          <EndOfList says={say("inbox.end")} first={pathOf(show, null)} />
        ))}
      <Lines {...{ notices, here, stopped }} />
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={pathOf(show, next)}>
            {say("inbox.older")}
          </a>
        </p>
      )}
      {read.length > 0 && (
        <section aria-labelledby="read">
          <h2 id="read">{say("inbox.read")}</h2>
          <Lines {...{ here, stopped }} notices={read} />
          <p className="pages">
            <a className="button" href={pathOf("all", null)}>
              {say("inbox.older")}
            </a>
          </p>
        </section>
      )}
      <p className="keys" hidden>
        {sayRich("inbox.keys", { kbd: (parts) => <kbd key={String(parts)}>{parts}</kbd> })}
      </p>
    </main>
  );
}

interface LinesProps {
  notices: readonly Notice[];
  here: string;
  stopped: readonly number[];
}

function Lines({ notices, here, stopped }: LinesProps) {
  if (notices.length === 0) return null;
  return (
    <ul>
      {notices.map((notice, at) => (
        <NoticeLine key={notice.id} {...{ notice, here, stopped }} after={notices[at + 1]?.id} />
      ))}
    </ul>
  );
}

function pathOf(show: InboxShown, after: string | null): string {
  const query = [
    ...(show === "new" ? [] : [`show=${show}`]),
    ...(after === null ? [] : [`after=${encodeURIComponent(after)}`]),
  ];
  return `/inbox${query.length > 0 ? "?" : ""}${query.join("&")}`;
}
