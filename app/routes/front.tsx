import { type Cursor, writeCursor } from "../cursor.ts";
import { reads } from "../drawing/reads.server.tsx";
import type { Slots } from "../drawing/slots.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenThreads } from "../following/find-hidden.server.ts";
import { readShowsMuted } from "../following/shows-muted.ts";
import { listNews } from "../reading/list-new.server.ts";
import { ownOfList } from "../reading/news-link.tsx";
import { say, sayRich } from "../strings/say.ts";
import { listFollowed } from "../threads/list-followed.server.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { AboutFollowed, NothingFollowed } from "../threads/nothing-followed.tsx";
import { ThreadList } from "../threads/thread-line.tsx";
import {
  type FrontOrder,
  frontTabs,
  listPath,
  olderPath,
  orderQuery,
  readFrontOrder,
  readListCursor,
  type ThreadOrder,
} from "../threads/thread-order.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Icon } from "../ui/icon.tsx";
import { pageHead } from "../ui/page-head.ts";
import { Tabs } from "../ui/tabs.tsx";

/** Topics beside the list. */
const MARGIN_TOPICS = 8;

interface Asked {
  order: FrontOrder;
  after: Cursor | null;
  showsMuted: boolean;
}

export const loader = reads({
  ask(part, query): Asked | null {
    if (part !== "") return null;
    const order = readFrontOrder(query.get("order"));
    const after = readListCursor(order, query.get("after"));
    return { order, after, showsMuted: readShowsMuted(query) };
  },
  addressOf: ({ order, after }) => `/?order=${order}&after=${after && writeCursor(after)}`,
  versionOf: readListVersion,
  isOwn: ({ order }) => order === "following",
  async read(db, { order, after: cursor }, reader) {
    const after = cursor && writeCursor(cursor);
    const { threads, next } =
      order === "following"
        ? await listFollowed(db, reader!, after)
        : await listThreads(db, { order, after });
    const topics = await listTopics(db, { most: MARGIN_TOPICS });
    const here = listPath("/", order, after);
    const older = olderPath("/", order, next);
    return { threads, topics, order, here, older, isEnd: after !== null };
  },
  draw: (list, { origin, slots, hidden }) => ({
    head: pageHead({
      title: say("threads.title"),
      description: say("threads.description"),
      canonical: `${origin}/`,
      ...headOf(list.order),
      next: list.older,
    }),
    pathname: "/",
    body: <Front {...list} slots={slots} hidden={hidden} />,
    facts: list.threads.map(({ id }) => id),
  }),
  // The order of following leaves it out by itself.
  findHidden: async ({ db, person }, threadIds, { order, showsMuted }) =>
    findHiddenThreads(db, person.id, showsMuted || order === "following" ? [] : threadIds),
  own: async ({ db, person }, threadIds) => ownOfList(await listNews(db, person, threadIds)),
});

/** Its feed; of what somebody follows there is one at an address of their own. */
const headOf = (order: FrontOrder) =>
  order === "following"
    ? { isPrivate: true }
    : { alternates: feedLinks("/", say(`feeds.threads.${order}`), orderQuery(order)) };

interface FrontProps {
  threads: Awaited<ReturnType<typeof listThreads>>["threads"];
  topics: Awaited<ReturnType<typeof listTopics>>;
  order: FrontOrder;
  older: string | null;
  isEnd: boolean;
  here: string;
  slots: Slots | null;
  hidden: ReadonlySet<number>;
}

function Front({ threads, topics, order, here, older, isEnd, slots, hidden }: FrontProps) {
  const isFollowing = order === "following";
  return (
    <>
      <main id="main">
        <div className="with-action">
          <h1>{say("threads.title")}</h1>
          <a className="button first" href="/threads/new">
            <Icon name="pen" />
            {say("threads.new")}
          </a>
        </div>
        <Tabs label={say("threads.orders")} tabs={frontTabs()} current={order} path="/" />
        <ThreadList
          threads={threads}
          slots={slots}
          hidden={hidden}
          here={here}
          older={older}
          empty={
            isFollowing && !isEnd ? <NothingFollowed /> : <Nothing isEnd={isEnd} order={order} />
          }
        />
        {!isFollowing && <FeedLine path="/" query={orderQuery(order)} />}
      </main>
      <aside className="margin" aria-label={say("threads.margin")}>
        <nav aria-labelledby="margin-topics">
          <h2 id="margin-topics">{say("topics.title")}</h2>
          <ul>
            {topics.map((topic) => (
              <li key={topic.id}>
                <a href={topicPath(topic.slug)}>
                  {topic.name} <span className="n">{topic.threadCount}</span>
                </a>
              </li>
            ))}
            <li>
              <a href="/topics">{say("topics.all")}</a>
            </li>
          </ul>
        </nav>
        <div>
          <h2>{say("threads.margin.order")}</h2>
          {order === "following" ? <AboutFollowed /> : <AboutOrder order={order} />}
        </div>
      </aside>
    </>
  );
}

const AboutOrder = ({ order }: { order: ThreadOrder }) => (
  <p>
    {sayRich(`threads.margin.order.${order}`, {
      help: (parts) => (
        <a key="help" href="/help#best">
          {parts}
        </a>
      ),
    })}
  </p>
);

function Nothing({ isEnd, order }: Pick<FrontProps, "isEnd" | "order">) {
  if (isEnd)
    return <EndOfList says={say("threads.empty.end")} first={listPath("/", order, null)} />;
  return (
    <section className="box" aria-labelledby="nothing">
      <h2 id="nothing">{say("threads.empty.title")}</h2>
      <div className="prose">
        <p>{say("threads.empty.text")}</p>
      </div>
      <p className="row">
        <a className="button first" href="/threads/new">
          <Icon name="pen" />
          {say("threads.begin-first")}
        </a>
      </p>
    </section>
  );
}
