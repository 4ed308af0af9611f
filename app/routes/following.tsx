import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockedList } from "../blocks/blocked-list.tsx";
import { listBlocked } from "../blocks/list-blocked.server.ts";
import { readPlainCursor } from "../cursor.ts";
import { readFeedKey } from "../feeds/feed-key.server.ts";
import { FollowingFeed } from "../feeds/following-feed.tsx";
import { ByLetter, ByWriting } from "../following/by-writing.tsx";
import { FollowLine } from "../following/follow-line.tsx";
import {
  followingPath,
  followingTabs,
  readShown,
  type Shown,
} from "../following/following-tabs.ts";
import { listFollowing } from "../following/list-following.server.ts";
import { listMuteWords } from "../following/mute-words.server.ts";
import { readByWriting } from "../following/wish-by-writing.server.ts";
import { MutedWords } from "../following/words-view.tsx";
import { signedIn, signInFirst } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { db } = context.forum;
  signInFirst(context.visit, request);
  const person = signedIn(context);
  const query = new URL(request.url).searchParams;
  const show = readShown(query.get("show"));
  const after = query.get("after");
  return {
    ...(await listFollowing(db, person, show, after)),
    ...{ show, here: followingPath(show, after), isEnd: readPlainCursor(after) !== null },
    words: show === "muted" ? await listMuteWords(db, person) : [],
    blocked: show === "muted" ? await listBlocked(db, person) : { names: [], others: 0 },
    byWriting: await readByWriting(db, person),
    feedMadeAt: await readFeedKey(db, person),
  };
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("following.title"), isPrivate: true });

export default function Following() {
  const { lines, next, show, here, isEnd, words, blocked, byWriting, feedMadeAt } =
    useLoaderData<typeof loader>();
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{say("following.title")}</h1>
          <p className="prose">{say("following.lead")}</p>
        </header>
        <nav className="tabs" aria-label={say("following.show")}>
          {followingTabs().map((tab) => (
            <a key={tab.show} href={tab.path} aria-current={tab.show === show ? "page" : undefined}>
              {tab.label}
            </a>
          ))}
        </nav>
        {lines.length === 0 && <Nothing show={show} isEnd={isEnd} />}
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <FollowLine key={`${line.kind} ${line.id}`} line={line} here={here} />
            ))}
          </ul>
        )}
        {next && (
          <p className="pages">
            <a className="button" rel="next" href={followingPath(show, next)}>
              {say("following.older")}
            </a>
          </p>
        )}
        {show === "muted" && <MutedWords words={words} />}
        {show === "muted" && <BlockedList {...blocked} />}
      </main>
      <aside className="margin" aria-label={say("following.title")}>
        <ByWriting follows={byWriting} />
        <ByLetter />
        <FollowingFeed madeAt={feedMadeAt} />
      </aside>
    </>
  );
}

function Nothing({ show, isEnd }: { show: Shown; isEnd: boolean }) {
  if (isEnd) return <EndOfList says={say("following.end")} first={followingPath(show)} />;
  const empty =
    show === "all" ? say("following.empty.all") : say("following.empty.kind", { kind: show });
  return <p className="gone">{empty}</p>;
}
