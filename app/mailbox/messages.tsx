/** What was written in a mailbox, the latest first. */
import { PersonLink } from "../accounts/person-link.tsx";
import { say } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Html } from "../ui/html.tsx";
import { Time } from "../ui/time.tsx";
import type { Mailbox } from "./read-mailbox.server.ts";

interface MessagesProps extends Pick<Mailbox, "messages" | "next" | "isEnd"> {
  /** The page's own address. */
  path: string;
  empty: string;
}

export function Messages({ messages, next, isEnd, path, empty }: MessagesProps) {
  return (
    <>
      {messages.length === 0 &&
        (isEnd ? (
          <EndOfList says={say("mailbox.end")} first={path} />
        ) : (
          <p className="gone">{empty}</p>
        ))}
      <ol className="acts-done">
        {messages.map(({ id, isAnswer, from, html, sentAt }) => (
          <li key={id}>
            <p className="by">
              {isAnswer && <span className="kind">{say("mailbox.moderators")}</span>}
              {from !== null && <PersonLink name={from} />}
              <Time at={sentAt} />
            </p>
            <Html html={html} />
          </li>
        ))}
      </ol>
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={`${path}?after=${next}`}>
            {say("mailbox.older")}
          </a>
        </p>
      )}
    </>
  );
}
