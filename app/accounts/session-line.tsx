/** One browser in the list of those in which a person is signed in. */
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";

export interface SessionView {
  /** What the form that ends it calls it. */
  handle: string;
  browser: string | null;
  /** Epoch seconds. */
  beganAt: number;
  /** Whole hours since it was last here. */
  hoursAway: number | null;
  isThis: boolean;
}

export function SessionLine({ session }: { session: SessionView }) {
  const { handle, beganAt, hoursAway, isThis } = session;
  const browser = session.browser ?? say("accounts.sessions.browser");
  const at = inWords(beganAt);
  return (
    <li className="notice">
      <p>
        {browser} {isThis && <b className="kind">{say("accounts.sessions.this")}</b>}
      </p>
      <div className="meta">
        <span>
          {sayRich("accounts.sessions.began", {
            at,
            time: () => <Time key="at" at={beganAt} isFixed />,
          })}
        </span>
        {hoursAway !== null && !isThis && <span>{awayInWords(hoursAway)}</span>}
        {!isThis && (
          <form method="post" action="/account/sessions">
            <button type="submit" className="plain" name="end" value={handle}>
              {say("accounts.sessions.end")}
              <span className="unseen">{say("accounts.sessions.end.of", { browser, at })}</span>
            </button>
          </form>
        )}
      </div>
    </li>
  );
}

/** The hour of a visit is all that is kept, so that is how it is told. */
function awayInWords(hours: number): string {
  const days = Math.floor(hours / 24);
  return days > 1
    ? say("accounts.sessions.seen.days", { days })
    : say("accounts.sessions.seen", { hours });
}
