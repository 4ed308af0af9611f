import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readId } from "../composing/draft.ts";
import { findRemoved, listSaved } from "../reading/list-saved.server.ts";
import { Removed, Saved } from "../reading/saved-view.tsx";
import { signedIn, signInFirst } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.forum;
  signInFirst(context.visit, request);
  const person = signedIn(context);
  const query = new URL(request.url).searchParams;
  const after = query.get("after");
  const removed = await findRemoved(db, person, readId(query.get("removed") ?? ""));
  return { ...(await listSaved(db, person, after)), removed, isEnd: after !== null };
}

export const meta: MetaFunction = () => pageHead({ title: say("saved.title"), isPrivate: true });

export default function SavedPosts() {
  const { posts, next, removed, isEnd } = useLoaderData<typeof loader>();
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
      {posts.length === 0 && <p className="gone">{say(isEnd ? "saved.end" : "saved.empty")}</p>}
      {posts.map((post) => (
        <Saved key={post.id} post={post} />
      ))}
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
