import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { readPlainCursor } from "../cursor.ts";
import { findHiddenPosts } from "../following/find-hidden.server.ts";
import { HiddenNote } from "../following/hidden-note.tsx";
import { readShowsMuted } from "../following/shows-muted.ts";
import { findRemoved, listSaved } from "../reading/list-saved.server.ts";
import { Removed, Saved } from "../reading/saved-view.tsx";
import { signedIn, signInFirst } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.forum;
  signInFirst(context.visit, request);
  const person = signedIn(context);
  const query = new URL(request.url).searchParams;
  const after = query.get("after");
  const removed = await findRemoved(db, person, readId(query.get("removed") ?? ""));
  const { posts, next } = await listSaved(db, person, after);
  const mutes = context.visit.muteCount > 0 && !readShowsMuted(query);
  const ids = mutes ? posts.map(({ id }) => id) : [];
  const hidden = await findHiddenPosts(db, person.id, ids, { isInThread: false });
  const here = after === null ? "/saved" : `/saved?after=${encodeURIComponent(after)}`;
  return {
    ...{ next, removed, here, isEnd: readPlainCursor(after) !== null, hidden: hidden.size },
    posts: posts.filter(({ id }) => !hidden.has(id)),
  };
}

export const meta: MetaFunction = () => pageHead({ title: say("saved.title"), isPrivate: true });

export default function SavedPosts() {
  const { posts, next, removed, here, isEnd, hidden } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <p className="meta">
          <a href="/account">{say("frame.account")}</a>
        </p>
        <h1>{say("saved.title")}</h1>
        <p className="prose">{say("saved.lead")}</p>
      </header>
      {removed && <Removed post={removed} />}
      {posts.length + hidden === 0 &&
        (isEnd ? (
          <EndOfList says={say("saved.end")} first="/saved" />
        ) : (
          <p className="gone">{say("saved.empty")}</p>
        ))}
      {posts.map((post) => (
        <Saved key={post.id} post={post} />
      ))}
      <HiddenNote count={hidden} what="posts" here={here} />
      {next && (
        <p className="pages">
          <a className="button" rel="next" href={`/saved?after=${encodeURIComponent(next)}`}>
            {say("saved.older")}
          </a>
        </p>
      )}
    </main>
  );
}
