import { say, sayRich } from "../strings/say.ts";

/** In the place of a list of what somebody follows, where there is nothing: how it comes there. */
export function NothingFollowed() {
  return (
    <section className="box" aria-labelledby="nothing">
      <h2 id="nothing">{say("threads.followed.empty")}</h2>
      <div className="prose">
        <p>{say("threads.followed.empty.text")}</p>
      </div>
      <p className="row">
        <a className="button first" href="/topics">
          {say("threads.followed.topics")}
        </a>
        <a className="button" href="/following">
          {say("threads.followed.all")}
        </a>
      </p>
    </section>
  );
}

/** What the order of following goes by. */
export const AboutFollowed = () => (
  <p>
    {sayRich("threads.followed.text", {
      all: (parts) => (
        <a key="all" href="/following">
          {parts}
        </a>
      ),
      help: (parts) => (
        <a key="help" href="/help#following-order">
          {parts}
        </a>
      ),
    })}
  </p>
);
