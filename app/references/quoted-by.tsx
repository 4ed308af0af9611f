/** The posts that quote a post, as links below it. */
import { Fragment } from "react";
import { say } from "../strings/say.ts";

/** The posts that quote one, withdrawn ones left out. */
export interface QuotedByProps {
  /** How many; null where they are too many to be counted. */
  count: number | null;
  /** The first of them. */
  quoters: { postId: number; author: string }[];
}

/** Of the posts of a page that are quoted, by their ids. */
export type Quoters = Record<number, QuotedByProps>;

/** More than these are folded away. */
const AT_ONCE = 5;

export function QuotedBy({ count, quoters }: QuotedByProps) {
  const folded = quoters.slice(AT_ONCE);
  const unnamed = count === null ? null : count - quoters.length;
  return (
    <div className="quoted-by">
      <p>
        {say("references.quoted-by")} <Links quoters={quoters.slice(0, AT_ONCE)} />
      </p>
      {folded.length > 0 && (
        <details>
          <summary>{more(count && count - AT_ONCE)}</summary>
          <p>
            <Links quoters={folded} />
            {unnamed !== 0 && ` ${more(unnamed)}`}
          </p>
        </details>
      )}
    </div>
  );
}

const more = (count: number | null) =>
  count === null
    ? say("references.quoted-by.many-more")
    : say("references.quoted-by.more", { count });

function Links({ quoters }: Pick<QuotedByProps, "quoters">) {
  return quoters.map(({ postId, author }, place) => (
    <Fragment key={postId}>
      {place > 0 && ", "}
      <a href={`/posts/${postId}`}>
        <bdi>{author}</bdi>
        <span className="unseen">{say("references.quoted-by.post", { id: postId })}</span>
      </a>
    </Fragment>
  ));
}
