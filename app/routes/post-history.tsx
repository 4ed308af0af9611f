import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PersonLink } from "../accounts/person-link.tsx";
import { readId } from "../composing/draft.ts";
import { Difference } from "../posts/difference-view.tsx";
import { readHistory } from "../posts/read-history.server.ts";
import { orErrorPage } from "../receive.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";
import { Time } from "../ui/time.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const before = readId(new URL(request.url).searchParams.get("before") ?? "");
  const postId = readId(params.post ?? "");
  const { post, ...history } = await orErrorPage(() =>
    readHistory(forum.db, visit.person, postId, before),
  );
  return { id: post.id, author: post.author, title: post.title, ...history };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageHead({ title: say("history.title", { id: data.id }), isPrivate: true }) : [];

export default function PostHistory() {
  const { id, author, title, edits, next, isEdited, kept } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("history.title", { id })}</h1>
        <p className="by">
          <PersonLink name={author} />{" "}
          <span>
            {sayRich("history.in", {
              title,
              thread: (parts) => (
                <a key="thread" href={`/posts/${id}`}>
                  {parts}
                </a>
              ),
            })}
          </span>
        </p>
      </header>
      {!isEdited && <p>{say("history.none")}</p>}
      {edits.map((edit) => (
        <section key={edit.version} className="box" aria-labelledby={`version-${edit.version}`}>
          <h2 id={`version-${edit.version}`}>
            {say("history.version", { version: edit.version })}
          </h2>
          <p className="meta">
            <Time at={edit.writtenAt} />
            {edit.version === 1 && <span>{say("history.first")}</span>}
          </p>
          {edit.formerTitle && <p>{say("history.title-was", { title: edit.formerTitle })}</p>}
          <Difference pieces={edit.pieces} />
        </section>
      ))}
      {kept && (
        <p>
          {say("history.kept")}{" "}
          {kept.actId !== null && <a href={`/log/${kept.actId}`}>{say("history.kept.log")}</a>}
        </p>
      )}
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={`/posts/${id}/history?before=${next}`}>
            {say("history.older")}
          </a>
        </p>
      )}
    </main>
  );
}
