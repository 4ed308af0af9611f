/** Mailboxes, each with since when it waits. */
import { say, sayRich } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Time } from "../ui/time.tsx";
import type { MailboxLine } from "./list-mailboxes.server.ts";
import { mailboxPath } from "./message.ts";

interface ListProps {
  lines: readonly MailboxLine[];
  next: string | null;
  which: "waiting" | "all";
  /** Whether the page begins after others. */
  isEnd: boolean;
}

export function MailboxList({ lines, next, which, isEnd }: ListProps) {
  return (
    <>
      <nav className="tabs" aria-label={say("mailbox.list.which")}>
        {(["waiting", "all"] as const).map((each) => (
          <a key={each} href={pathOf(each)} aria-current={each === which ? "page" : undefined}>
            {say(`mailbox.list.${each}`)}
          </a>
        ))}
      </nav>
      {lines.length === 0 &&
        (isEnd ? (
          <EndOfList says={say("mailbox.list.end")} first={pathOf(which)} />
        ) : (
          <p className="gone">
            {say(which === "all" ? "mailbox.list.empty.all" : "mailbox.list.empty")}
          </p>
        ))}
      <ol className="cases">
        {lines.map(({ id, name, waitsSince, latestAt }) => (
          <li key={id} className="case-line">
            <p>
              <a href={mailboxPath(name)}>
                <bdi>{name}</bdi>
              </a>
            </p>
            <p className="meta">
              {waitsSince !== null && (
                <span>
                  {sayRich("mailbox.list.since", {
                    time: () => <Time key="since" at={waitsSince} />,
                  })}
                </span>
              )}
              <span>
                {sayRich("mailbox.list.latest", {
                  time: () => <Time key="latest" at={latestAt} />,
                })}
              </span>
            </p>
          </li>
        ))}
      </ol>
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={pathOf(which, next)}>
            {say("mailbox.list.further")}
          </a>
        </p>
      )}
    </>
  );
}

function pathOf(which: ListProps["which"], after?: string): string {
  const query = new URLSearchParams();
  if (which === "all") query.set("show", "all");
  if (after) query.set("after", after);
  return `/moderation/mailbox${query.size > 0 ? `?${query}` : ""}`;
}
