import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Mark, personPath } from "../accounts/person-link.tsx";
import { readPerson } from "../accounts/read-person.server.ts";
import { ReplyLine } from "../accounts/reply-line.tsx";
import { countThanks } from "../posts/count-thanks.server.ts";
import { listPersonPosts } from "../posts/list-person-posts.server.ts";
import { orErrorPage } from "../receive.server.ts";
import { Refusal } from "../refusals.ts";
import { say, sayRich } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { ThreadList } from "../threads/thread-line.tsx";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";
import { inWords, Time } from "../ui/time.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db, origin } = forum;
  const { searchParams, search } = new URL(request.url);
  const person = await orErrorPage(async () => {
    const found = await readPerson(db, params.name ?? "");
    if (!found) throw new Refusal(404, { key: "accounts.person.not-found" });
    return found;
  });
  if (person.name !== params.name) throw redirect(personPath(person.name) + search, 301);
  const after = searchParams.get("after");
  const isOwn = visit.person?.id === person.id;
  const thanked = isOwn ? await countThanks(db, person.id) : null;
  const about = { person, origin, isOwn, thanked, isEnd: after !== null };
  if (searchParams.get("show") === "replies") {
    const { posts, next } = await listPersonPosts(db, person.id, after);
    return { ...about, show: "replies" as const, posts, older: olderPath("replies", next) };
  }
  const { threads, next } = await listThreads(db, { order: "new", after, authorId: person.id });
  return { ...about, show: "threads" as const, threads, older: olderPath("threads", next) };

  function olderPath(show: string, cursor: string | null) {
    return cursor && `${personPath(person.name)}?show=${show}&after=${encodeURIComponent(cursor)}`;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({
        title: data.person.name,
        description: say("accounts.person.description", { name: data.person.name }),
        canonical: data.origin + personPath(data.person.name),
        next: data.older,
      })
    : [];

export default function Person() {
  const data = useLoaderData<typeof loader>();
  const { name, role, aboutHtml, joinedAt, importedFrom } = data.person;
  const none =
    data.show === "threads" ? "accounts.person.no-threads" : "accounts.person.no-replies";
  const empty = (
    <p className="gone">{data.isEnd ? say("accounts.person.end") : say(none, { name })}</p>
  );
  return (
    <main id="main">
      <header className="page-head who">
        <Mark name={name} />
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          {aboutHtml && <Html html={aboutHtml} />}
          <p className="meta">
            <span>
              {sayRich("accounts.person.since", {
                day: inWords(joinedAt),
                time: () => <Time key="since" at={joinedAt} isDay />,
              })}
            </span>
            {importedFrom && (
              <span>{say("accounts.person.imported", { source: importedFrom })}</span>
            )}
            {data.thanked && data.thanked.thanks > 0 && (
              <span>{say("accounts.person.thanked", { people: data.thanked.people })}</span>
            )}
            {role !== "member" && <span>{say(`accounts.role.${role}`)}</span>}
            {data.isOwn && <a href="/account/profile">{say("accounts.person.change")}</a>}
          </p>
        </div>
      </header>
      <section aria-labelledby="wrote">
        <h2 id="wrote">{say("accounts.person.wrote", { name })}</h2>
        <nav className="tabs" aria-label={say("accounts.person.show")}>
          {(["threads", "replies"] as const).map((show) => (
            <a
              key={show}
              href={personPath(name) + (show === "threads" ? "" : `?show=${show}`)}
              aria-current={show === data.show ? "page" : undefined}
            >
              {say(`accounts.person.show.${show}`)}
            </a>
          ))}
        </nav>
        {data.show === "threads" ? (
          <ThreadList threads={data.threads} older={data.older} empty={empty} />
        ) : (
          <>
            {data.posts.length === 0 && empty}
            {data.posts.map((post) => (
              <ReplyLine key={post.id} post={post} />
            ))}
            {data.older && (
              <p className="pages">
                <a className="button" rel="next" href={data.older}>
                  {say("accounts.person.older-replies")}
                </a>
              </p>
            )}
          </>
        )}
      </section>
    </main>
  );
}
