/** Above the replies of a long thread: those that people of both sides found worth reading. */
import { say } from "../strings/say.ts";
import type { AgreedPost } from "./read-agreed.server.ts";

interface AgreedBoxProps {
  posts: readonly AgreedPost[];
  /** What stands on this page. */
  shown: readonly { id: number }[];
}

export function AgreedBox({ posts, shown }: AgreedBoxProps) {
  const here = new Set(shown.map(({ id }) => id));
  return (
    <section className="box agreed" aria-labelledby="agreed">
      <h2 id="agreed">{say("threads.agreed")}</h2>
      <p>{say("threads.agreed.text")}</p>
      <ul>
        {posts.map(({ id, author, excerpt }) => (
          <li key={id}>
            <a href={here.has(id) ? `#post-${id}` : `/posts/${id}`}>
              <bdi>{author}</bdi>
              <span className="unseen">{say("threads.agreed.go", { id })}</span>
            </a>{" "}
            <span dir="auto">{excerpt}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
