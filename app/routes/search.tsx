import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPlainCursor } from "../cursor.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenPosts } from "../following/find-hidden.server.ts";
import { FollowControl, FollowPress } from "../following/follow-control.tsx";
import { HiddenNote } from "../following/hidden-note.tsx";
import { plainSearch } from "../following/level.ts";
import { readSearchLevel } from "../following/read-level.server.ts";
import { readShowsMuted } from "../following/shows-muted.ts";
import { orErrorPage } from "../receive.server.ts";
import { answerSearch } from "../search/answer-search.server.ts";
import { FoundPosts } from "../search/found-posts.tsx";
import { HowToSearch, SearchForm } from "../search/search-form.tsx";
import { readSearchOrder, searchPath } from "../search/search-path.ts";
import { SearchTabs } from "../search/search-tabs.tsx";
import { say, sayIt } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

/** Of a text that is too long, as much as is shown again. */
const MOST_SHOWN = 500;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db } = forum;
  const { person } = visit;
  const query = new URL(request.url).searchParams;
  const typed = (query.get("q") ?? "").trim();
  const asked = typed.slice(0, MOST_SHOWN);
  const order = readSearchOrder(query.get("order"));
  const after = query.get("after");
  const about = { asked, order, after, isFirst: readPlainCursor(after) === null };
  if (typed === "")
    return {
      ...about,
      answer: null,
      next: null,
      hidden: 0,
      level: null,
      isReader: person !== null,
    };
  const answer = await orErrorPage(
    () => answerSearch(forum, visit, typed, { order, after }, request.signal),
    visit,
  );
  const found = answer.found;
  const next = found?.next ? searchPath(asked, found.nextOrder, found.next) : null;
  const mutes = person && visit.muteCount > 0 && !readShowsMuted(query);
  const ids = mutes && found ? found.posts.map(({ id }) => id) : [];
  const hidden = person && (await findHiddenPosts(db, person.id, ids, { isInThread: false }));
  const posts = found?.posts.filter(({ id }) => !hidden?.has(id)) ?? [];
  return {
    ...{ ...about, next, hidden: hidden?.size ?? 0, isReader: person !== null },
    answer: { ...answer, found: found && { ...found, posts } },
    level:
      person && (await readSearchLevel(db, { personId: person.id, asked: plainSearch(asked) })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const asked = data?.asked;
  const title = asked ? say("search.title.of", { asked }) : say("search.title");
  const alternates = asked ? feedLinks("/search", title, { q: asked }) : [];
  return pageHead({ title, isPrivate: true, alternates, next: data?.next ?? null });
};

export default function Search() {
  const { asked, order, after, answer, next, isFirst, hidden, isReader, level } =
    useLoaderData<typeof loader>();
  const found = answer?.found;
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("search.title")}</h1>
      </header>
      <SearchForm asked={asked} order={order} />
      {answer?.problems.map((said, number) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are never moved.
        <p key={number} className="problem" role="alert">
          {sayIt(said)}
        </p>
      ))}
      {answer?.notes.map((said) => (
        <p key={said.key} className="hint">
          {sayIt(said)}
        </p>
      ))}
      {found ? (
        <section aria-labelledby="found">
          <h2 id="found" className="unseen">
            {say("search.found")}
          </h2>
          <FollowControl
            thing={{ kind: "search", asked: plainSearch(asked) }}
            name={asked}
            press={isReader ? <FollowPress kind="search" level={level} /> : undefined}
          />
          <SearchTabs asked={asked} order={order} />
          {(hidden === 0 || found.posts.length > 0) && (
            <FoundPosts {...{ found, asked, order, isFirst }} />
          )}
          <HiddenNote count={hidden} what="posts" here={searchPath(asked, order, after)} />
          {next && (
            <p className="pages">
              <a className="button" rel="next" href={next}>
                {say(found.reachedAt === null ? "search.next" : "search.further")}
              </a>
            </p>
          )}
          <FeedLine path="/search" query={{ q: asked }} />
        </section>
      ) : (
        <HowToSearch />
      )}
    </main>
  );
}
