/** Beside the inbox: what reaches its reader, and where to change that. */
import type { FollowLevel } from "#db/schema.ts";
import type { Wish } from "../letters/wish.ts";
import { type MessageKey, say, sayIt } from "../strings/say.ts";
import type { NoticeKind } from "./kinds.ts";

export interface Followed {
  kind: string;
  name: string;
  path: string;
  level: FollowLevel;
}

interface InboxMarginProps {
  follows: Followed[];
  /** Which letters they wish for. */
  wish: Wish;
  stopped: NoticeKind[];
}

export function InboxMargin({ follows, wish, stopped }: InboxMarginProps) {
  return (
    <aside className="margin" aria-label={say("inbox.reach")}>
      <div>
        <h2>{say("inbox.follow")}</h2>
        {follows.length === 0 && <p>{say("inbox.follow.none")}</p>}
        <ul>
          {follows.map((follow) => (
            <li key={follow.path}>
              <a href={follow.path}>
                <bdi>{nameOf(follow)}</bdi>
                <span className="n">{say("inbox.follow.level", { level: follow.level })}</span>
              </a>
            </li>
          ))}
          <li>
            <a href="/following">{say("inbox.follow.all")}</a>
          </li>
        </ul>
      </div>
      <div>
        <h2>{say("inbox.letters")}</h2>
        <p>
          {inShort(wish)} <a href="/account/letters">{say("inbox.letters.change")}</a>
        </p>
      </div>
      {stopped.length > 0 && <Stopped kinds={stopped} />}
    </aside>
  );
}

const inShort = ({ digest, weekday, hour, isAtOnce }: Wish) =>
  say("letters.in-short", {
    ...{ digest, atOnce: isAtOnce ? "yes" : "no", time: `${String(hour).padStart(2, "0")}:00` },
    day: sayIt({ key: `letters.weekday.${weekday}` as MessageKey }),
  });

function nameOf({ kind, name }: Followed): string {
  if (kind === "branch") return say("inbox.follow.branch", { name });
  return kind === "search" ? say("inbox.follow.search", { name }) : name;
}

function Stopped({ kinds }: { kinds: NoticeKind[] }) {
  return (
    <div>
      <h2>{say("inbox.stops")}</h2>
      <ul>
        {kinds.map((kind) => {
          const name = sayIt({
            key: `notices.why.${kind}`,
            values: { about: "none", by: "thread" },
          });
          return (
            <li key={kind} className="row">
              <span>{name}</span>
              <form method="post" action="/inbox/kinds">
                <input type="hidden" name="kind" value={kind} />
                <button type="submit" className="plain" name="stopped" value="0">
                  {say("inbox.stops.again")}
                  <span className="unseen">{say("inbox.stops.of", { kind: name })}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
