import { redirect } from "@remix-run/node";
import type { Db } from "#db/open.server.ts";
import { Mark, personPath } from "../accounts/person-link.tsx";
import { readPerson } from "../accounts/read-person.server.ts";
import { ReplyLine } from "../accounts/reply-line.tsx";
import { BlockLink } from "../blocks/blocked-list.tsx";
import { findBlockable } from "../blocks/find-blockable.server.ts";
import { type Cursor, readPlainCursor, writeCursor } from "../cursor.ts";
import { drawHtml } from "../drawing/draw-html.ts";
import { reads } from "../drawing/reads.server.tsx";
import type { Own, Slots } from "../drawing/slots.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenPosts, findHiddenThreads } from "../following/find-hidden.server.ts";
import { findHiddenMinds } from "../following/find-hidden-minds.server.ts";
import { drawControl, FollowControl } from "../following/follow-control.tsx";
import { HiddenNote } from "../following/hidden-note.tsx";
import { readLevel } from "../following/read-level.server.ts";
import { readShowsMuted } from "../following/shows-muted.ts";
import { countThanks } from "../posts/count-thanks.server.ts";
import { listPersonPosts } from "../posts/list-person-posts.server.ts";
import { Refusal } from "../refusals.ts";
import { type Honours, readHonours } from "../standing/list-changed-minds.server.ts";
import { HonoursMargin } from "../standing/mind-view.tsx";
import { say, sayRich } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { ThreadList } from "../threads/thread-line.tsx";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";
import { inWords, Time } from "../ui/time.tsx";

type Show = "threads" | "replies";

interface Asked {
  name: string;
  show: Show;
  after: Cursor | null;
  showsMuted: boolean;
}

/** The address of a page of what somebody wrote; the first one of their threads has no query. */
function pagePath(name: string, show: Show, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(show === "threads" ? {} : { show }),
    ...(after === null ? {} : { after }),
  });
  return personPath(name) + (query.size > 0 ? `?${query}` : "");
}

async function read(db: Db, { name, show, after }: Asked) {
  const person = await readPerson(db, name);
  if (!person) throw new Refusal(404, { key: "accounts.person.not-found" });
  const cursor = after && writeCursor(after);
  if (person.name !== name) throw redirect(pagePath(person.name, show, cursor), 301);
  const here = pagePath(name, show, cursor);
  const about = { person, here, isEnd: after !== null, honours: await readHonours(db, person.id) };
  const olderPath = (next: string | null) => next && pagePath(name, show, next);
  if (show === "replies") {
    const { posts, next } = await listPersonPosts(db, person.id, cursor);
    return { ...about, show, posts, older: olderPath(next) };
  }
  const { threads, next } = await listThreads(db, {
    order: "new",
    after: cursor,
    authorId: person.id,
  });
  return { ...about, show, threads, older: olderPath(next) };
}

export const loader = reads({
  ask: (name, query): Asked => ({
    name,
    show: query.get("show") === "replies" ? "replies" : "threads",
    after: readPlainCursor(query.get("after")),
    showsMuted: readShowsMuted(query),
  }),
  addressOf: ({ name, show, after }) =>
    `${personPath(name)}?show=${show}&after=${after && writeCursor(after)}`,
  versionOf: readListVersion,
  read,
  draw: (data, { origin, slots, hidden }) => ({
    head: pageHead({
      title: data.person.name,
      description: say("accounts.person.description", { name: data.person.name }),
      canonical: origin + personPath(data.person.name),
      alternates: feedLinks(personPath(data.person.name), data.person.name),
      next: data.older,
    }),
    pathname: personPath(data.person.name),
    body: <Person data={data} slots={slots} hidden={hidden} />,
    facts: {
      ...{ personId: data.person.id, name: data.person.name, show: data.show },
      mindIds: [...data.honours.ofOthers, ...data.honours.own].map(({ id }) => id),
      ids: (data.show === "threads" ? data.threads : data.posts).map(({ id }) => id),
    },
  }),
  async findHidden({ db, person: { id } }, { show, ids, mindIds }, { showsMuted }) {
    if (showsMuted) return new Set();
    const minds = await findHiddenMinds(db, id, mindIds);
    const hidden =
      show === "threads"
        ? await findHiddenThreads(db, id, ids)
        : await findHiddenPosts(db, id, ids, { isInThread: false });
    return new Set([...hidden, ...[...minds].map((mindId) => -mindId)]);
  },
  async own({ db, person }, { personId: id, name }): Promise<Own> {
    if (person.id === id) {
      return { self: drawHtml(<OwnProfile thanked={await countThanks(db, id)} />) };
    }
    const level = await readLevel(db, { personId: person.id, kind: "person", id });
    const { isBlocked, isImported } = await findBlockable(db, person, id);
    const block = isImported ? "" : drawHtml(<BlockLink name={name} isBlocked={isBlocked} />);
    return { follow: drawControl({ kind: "person", id }, name, level) + block };
  },
});

/** What only the person sees. */
function OwnProfile({ thanked }: { thanked: { thanks: number; people: number } }) {
  return (
    <>
      {thanked.thanks > 0 && (
        <span>{say("accounts.person.thanked", { people: thanked.people })}</span>
      )}
      <a href="/account/profile">{say("accounts.person.change")}</a>
      <a href="/standing">{say("standing.title")}</a>
    </>
  );
}

/** Records of changed minds that are hidden have their ids below zero there, for threads and posts have theirs above. */
function withoutHidden({ changed, ofOthers, own }: Honours, hidden: ReadonlySet<number>): Honours {
  const isShown = ({ id }: { id: number }) => !hidden.has(-id);
  return { changed, ofOthers: ofOthers.filter(isShown), own: own.filter(isShown) };
}

interface PersonProps {
  data: Awaited<ReturnType<typeof read>>;
  slots: Slots | null;
  hidden: ReadonlySet<number>;
}

function Person({ data, slots, hidden }: PersonProps) {
  const { name, role, aboutHtml, joinedAt, importedFrom } = data.person;
  const none =
    data.show === "threads" ? "accounts.person.no-threads" : "accounts.person.no-replies";
  const empty = data.isEnd ? (
    <EndOfList says={say("accounts.person.end")} first={pagePath(name, data.show)} />
  ) : (
    <p className="gone">{say(none, { name })}</p>
  );
  const { here } = data;
  const honours = withoutHidden(data.honours, hidden);
  const hiddenMinds = [...hidden].filter((id) => id < 0).length;
  const posts = data.show === "replies" ? data.posts : [];
  const shown = posts.filter(({ id }) => !hidden.has(id));
  return (
    <>
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
                  time: () => <Time key="since" at={joinedAt} isDay isFixed />,
                })}
              </span>
              {importedFrom && (
                <span>{say("accounts.person.imported", { source: importedFrom })}</span>
              )}
              {role !== "member" && <span>{say(`accounts.role.${role}`)}</span>}
              {honours.changed > 0 && (
                <a href="#minds-of-others">
                  {say("standing.mind.changed", { count: honours.changed })}
                </a>
              )}
              {slots?.free("self")}
            </p>
            {slots ? (
              slots.free("follow")
            ) : (
              <FollowControl thing={{ kind: "person", id: data.person.id }} name={name} />
            )}
          </div>
        </header>
        <section aria-labelledby="wrote">
          <h2 id="wrote">{say("accounts.person.wrote", { name })}</h2>
          <nav className="tabs" aria-label={say("accounts.person.show")}>
            {(["threads", "replies"] as const).map((show) => (
              <a
                key={show}
                href={pagePath(name, show)}
                aria-current={show === data.show ? "page" : undefined}
              >
                {say(`accounts.person.show.${show}`)}
              </a>
            ))}
          </nav>
          {data.show === "threads" ? (
            <ThreadList
              threads={data.threads}
              hidden={hidden}
              here={here}
              older={data.older}
              empty={empty}
            />
          ) : (
            <>
              {posts.length === 0 && empty}
              {shown.map((post) => (
                <ReplyLine key={post.id} post={post} />
              ))}
              <HiddenNote count={posts.length - shown.length} what="posts" here={here} />
              {data.older && (
                <p className="pages">
                  <a className="button" rel="next" href={data.older}>
                    {say("accounts.person.older-replies")}
                  </a>
                </p>
              )}
            </>
          )}
          <FeedLine path={personPath(name)} />
        </section>
      </main>
      <HonoursMargin name={name} honours={honours} hidden={hiddenMinds} here={here} />
    </>
  );
}
