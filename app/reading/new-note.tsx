/** On top of a thread: how much is new, and the way to it. */
import { say, sayRich } from "../strings/say.ts";
import { inWords, Time } from "../ui/time.tsx";
import { type NewPosts, toldCount } from "./new-posts.ts";

interface News {
  posts: NewPosts;
  /** When the last visit ended. */
  since: number;
}

export function NewNote({ news }: { news: News }) {
  const { count, first, elsewhere } = news.posts;
  return (
    <p className="news">
      <span className="new">
        {sayRich("reading.new.since", {
          told: toldCount(count),
          at: inWords(news.since),
          time: () => <Time key="since" at={news.since} isFixed />,
        })}
      </span>{" "}
      <a href={first} data-next-new={first === elsewhere ? "" : undefined}>
        {say("reading.new.first")}
      </a>
      {elsewhere && first !== elsewhere && (
        <>
          {" · "}
          <a href={elsewhere} data-next-new="">
            {say("reading.new.elsewhere")}
          </a>
        </>
      )}
    </p>
  );
}
