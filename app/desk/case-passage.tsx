/** The post of a case where it stands, with the passage marked. */
import { PersonLink, personPath } from "../accounts/person-link.tsx";
import { isAway } from "../moderation/states.ts";
import { wordsOf } from "../moderation/words-of.ts";
import { Difference } from "../posts/difference-view.tsx";
import { say } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import { Time } from "../ui/time.tsx";
import type { CasePost, Change } from "./read-case-post.server.ts";

export function CasePassage({ post, passage }: { post: CasePost; passage: string | null }) {
  const { id, author, parent } = post;
  return (
    <section aria-labelledby="c-passage">
      <h2 id="c-passage">
        {say(passage === null ? "moderation.case.post" : "moderation.case.passage")}
      </h2>
      {parent && <Parent parent={parent} />}
      <article className="post case-post" aria-label={say("post.label", { author, id })}>
        <header className="by">
          <PersonLink name={author} />
          <Time at={post.postedAt} />
          <a href={`/posts/${id}`}>{say("moderation.case.whole-thread")}</a>
        </header>
        {isAway(post.state) && <p className="hint">{say("moderation.case.away")}</p>}
        {post.isTakenBack && <p className="hint">{say("moderation.case.taken-back")}</p>}
        {post.title !== null && <h3 dir="auto">{post.title}</h3>}
        <Html html={post.html} />
      </article>
      {passage !== null && <AboutPassage post={post} passage={passage} />}
      {passage === null && (
        <p className="hint">{say("moderation.case.words", { words: post.words })}</p>
      )}
      {post.change && (
        <>
          <h3>{say("moderation.case.change")}</h3>
          <Changed change={post.change} titled="history.title-was" />
        </>
      )}
      {post.proposed && (
        <>
          <h3>{say("moderation.case.proposed")}</h3>
          <Changed change={post.proposed} titled="moderation.case.proposed.title" />
        </>
      )}
    </section>
  );
}

interface ChangedProps {
  change: Change;
  /** How its title is told. */
  titled: "history.title-was" | "moderation.case.proposed.title";
}

function Changed({ change: { title, pieces }, titled }: ChangedProps) {
  return (
    <>
      {title !== null && <p>{say(titled, { title })}</p>}
      {pieces && <Difference pieces={pieces} />}
    </>
  );
}

function AboutPassage({ post, passage }: { post: CasePost; passage: string }) {
  if (!post.isPassageThere) {
    return (
      <>
        <p className="hint">{say("moderation.case.passage-gone")}</p>
        <blockquote className="quote prose" dir="auto">
          <p>{passage}</p>
        </blockquote>
      </>
    );
  }
  const left = Math.max(0, post.words - wordsOf(passage));
  return <p className="hint">{say("moderation.case.without", { left, words: post.words })}</p>;
}

function Parent({ parent }: { parent: NonNullable<CasePost["parent"]> }) {
  const { id, author, html } = parent;
  if (parent.isAway) return <p className="gone">{say("moderation.case.parent-away")}</p>;
  return (
    <blockquote className="quote case-parent">
      <Html html={html} />
      <cite>
        <a href={personPath(author)}>
          <bdi>{author}</bdi>
        </a>
        {", "}
        <a href={`/posts/${id}`}>{say("moderation.case.parent", { id })}</a>
      </cite>
    </blockquote>
  );
}
