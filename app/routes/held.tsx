import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayLookAtHeld } from "../permissions.ts";
import { orErrorPage, signInFirst } from "../receive.server.ts";
import { allow } from "../refusals.ts";
import { type HeldLine, listHeld } from "../spam/list-held.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";
import { Time } from "../ui/time.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  await orErrorPage(async () => allow(mayLookAtHeld(visit.person, null)));
  return { held: await listHeld(forum.db) };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("spam.held.title"), isPrivate: true });

export default function Held() {
  const { held } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("spam.held.title")}</h1>
        <p className="prose">{say("spam.held.lead")}</p>
      </header>
      {held.length === 0 && <p className="gone">{say("spam.held.none")}</p>}
      {held.map((line) => (
        <HeldPost key={line.id} line={line} />
      ))}
    </main>
  );
}

function HeldPost({ line: { id, author, title, html, dueAt } }: { line: HeldLine }) {
  return (
    <article className="box" aria-labelledby={`held-${id}`}>
      <h2 id={`held-${id}`}>{say("spam.held.of", { author, title })}</h2>
      {dueAt !== null && (
        <p className="meta">
          {sayRich("spam.held.until", { time: () => <Time key="time" at={dueAt} /> })}
        </p>
      )}
      <Html html={html} />
      <form method="post" action={`/posts/${id}/let-go`}>
        <button type="submit" className="button">
          {say("spam.let-go")}
          <span className="unseen">{say("spam.let-go.of", { author, id })}</span>
        </button>
      </form>
    </article>
  );
}
