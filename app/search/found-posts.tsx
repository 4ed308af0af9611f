/** The posts that were found. */
import { PersonLink } from "../accounts/person-link.tsx";
import { say, sayRich } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { inWords, Time } from "../ui/time.tsx";
import type { Piece } from "./passages.ts";
import type { FoundPost } from "./read-found.server.ts";
import { searchPath } from "./search-path.ts";
import type { Found, SearchOrder } from "./search-posts.server.ts";

/** Words, those that were asked for marked. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // Pieces are never moved: their number is their name.
  return pieces.map(({ text, isMarked }, number) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: see above.
    isMarked ? <mark key={number}>{text}</mark> : text,
  );
}

function FoundLine({ post }: { post: FoundPost }) {
  return (
    <article className="thread-line">
      {post.kind && <p className="label">{say(`post.kind.${post.kind}`)}</p>}
      <h3>
        <a href={`/posts/${post.id}`} dir="auto">
          <Pieces pieces={post.title} />
        </a>
      </h3>
      <p className="both" dir="auto">
        <Pieces pieces={post.passage} />
      </p>
      <div className="meta">
        <PersonLink name={post.author} />
        <Time at={post.postedAt} isDay />
      </div>
    </article>
  );
}

/** A page of them, what is not on it, and the way on. */
export function FoundPosts({
  found,
  asked,
  order,
  isFirst,
}: {
  found: Found;
  asked: string;
  order: SearchOrder;
  isFirst: boolean;
}) {
  const { posts, compared, reachedAt } = found;
  const isEmpty = posts.length === 0 && reachedAt === null;
  return (
    <>
      {isEmpty && isFirst && <p className="gone">{say("search.none")}</p>}
      {isEmpty && !isFirst && (
        <EndOfList says={say("search.end")} first={searchPath(asked, order, null)} />
      )}
      {posts.map((post) => (
        <FoundLine key={post.id} post={post} />
      ))}
      {compared !== null && (
        <p className="hint">
          {sayRich("search.compared", {
            count: compared,
            newest: (parts) => (
              <a key="newest" href={searchPath(asked, "newest", null)}>
                {parts}
              </a>
            ),
          })}
        </p>
      )}
      {reachedAt !== null && (
        <p className="hint">
          {sayRich("search.reached", {
            at: inWords(reachedAt),
            time: () => <Time key="at" at={reachedAt} isDay />,
          })}
        </p>
      )}
    </>
  );
}
