/** What an author reads of what moderation asks about their post, and the form for a new text. */
import type { ReactNode } from "react";
import type { PostState } from "#db/schema.ts";
import { say, sayRich } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import { inWords } from "../ui/time.tsx";
import { markPassage } from "./mark-passage.ts";

export interface Rewriting {
  id: number;
  state: PostState;
  passage: string | null;
  /** A rule's name in addresses. */
  ruleSlug: string | null;
  /** Above the text of an opening post. */
  title: string | null;
  html: string;
  dueAt: number | null;
  isAppealed: boolean;
  isProposed: boolean;
  act: { id: number; mayAppeal: boolean } | null;
}

/** Rules that are kept by speaking of the argument instead of the person. */
const aboutPeople: ReadonlySet<string> = new Set(["argument", "motive", "strongest"]);

interface RewriteViewProps {
  post: Rewriting;
  /** The act by which it came so, as the public log tells it. */
  decision: ReactNode;
  /** The form for a new text, where one may be sent. */
  form: ReactNode;
}

export function RewriteView({ post, decision, form }: RewriteViewProps) {
  const { id, state, passage, title, html, dueAt, act } = post;
  if (state === "published") {
    return (
      <>
        <p className="prose">
          {say("rewrite.nothing")} <a href={`/posts/${id}/edit`}>{say("post.edit")}</a>
        </p>
        {form}
      </>
    );
  }
  const date = dueAt === null || post.isAppealed ? "none" : inWords(dueAt);
  return (
    <>
      <p className="prose">
        {say(`rewrite.${state}`, {
          date,
          what: passage ? "passage" : "post",
          isOfPeople: post.ruleSlug && aboutPeople.has(post.ruleSlug) ? "yes" : "no",
        })}
      </p>
      {post.isAppealed && <p className="box">{say("rewrite.appealed")}</p>}
      {post.isProposed && <p className="box">{say("rewrite.proposed")}</p>}
      {decision && (
        <section className="page-section" aria-labelledby="decision">
          <h2 id="decision">{say("rewrite.decision")}</h2>
          <ol>{decision}</ol>
          {act?.mayAppeal && <p>{appealOf(act.id)}</p>}
        </section>
      )}
      <section className="box" aria-labelledby="text">
        <h2 id="text">{say("rewrite.text")}</h2>
        {passage && (
          <p className="quote" dir="auto">
            <span className="unseen">{say("rewrite.passage")}: </span>
            <mark>{passage}</mark>
          </p>
        )}
        {title !== null && <h3 dir="auto">{title}</h3>}
        <Html html={passage ? markPassage(html, passage) : html} />
        <p className="meta">
          <a href={`/posts/${id}/history`}>{say("rewrite.history")}</a>
        </p>
      </section>
      {form && (
        <section className="page-section" aria-labelledby="anew">
          <h2 id="anew">{say("rewrite.anew")}</h2>
          {form}
        </section>
      )}
    </>
  );
}

const appealOf = (id: number) =>
  sayRich("rewrite.appeal", {
    appeal: (parts) => (
      <a key="appeal" href={`/log/${id}/appeal`}>
        {parts}
      </a>
    ),
  });
