/** One's own feed of what one follows: making its address, which is shown once, and ending it. */
import { Fragment } from "react";
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";
import { feedForms } from "./feed.ts";

/** Addresses by the form of the feed, as they were made just now. */
export type MadeAddresses = Record<(typeof feedForms)[number], string>;

interface FollowingFeedProps {
  /** Epoch seconds; null where the reader has no address. */
  madeAt: number | null;
  /** On a page of its own, which says the title itself. */
  isPage?: boolean;
}

/** For a place beside what somebody follows. */
export function FollowingFeed({ madeAt, isPage = false }: FollowingFeedProps) {
  return (
    <div id="feed">
      {!isPage && <h2>{say("feeds.own.title")}</h2>}
      <p>{say("feeds.own.text")}</p>
      <p>{say("feeds.own.secret")}</p>
      {madeAt !== null && (
        <p>
          {sayRich("feeds.own.since", {
            day: inWords(madeAt),
            time: () => <Time key="since" at={madeAt} isDay isFixed />,
          })}{" "}
          {say("feeds.own.renew.text")}
        </p>
      )}
      <form method="post" action="/following/feed-key">
        <button type="submit" className="plain">
          {say(madeAt === null ? "feeds.own.make" : "feeds.own.renew")}
        </button>
      </form>
      {madeAt !== null && (
        <form method="post" action="/following/feed-key">
          <button type="submit" className="plain" name="remove" value="1">
            {say("feeds.own.remove")}
          </button>
        </form>
      )}
    </div>
  );
}

export function NewAddresses({ made }: { made: MadeAddresses }) {
  return (
    <section className="box" aria-labelledby="made" role="status">
      <h2 id="made">{say("feeds.own.made")}</h2>
      <p>{say("feeds.own.made.text")}</p>
      <dl className="addresses">
        {feedForms.map((form) => (
          <Fragment key={form}>
            <dt>{say(`feeds.own.${form}`)}</dt>
            <dd>
              <code>{made[form]}</code>
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
