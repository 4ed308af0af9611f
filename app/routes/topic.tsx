import { redirect } from "@remix-run/node";
import { type Cursor, writeCursor } from "../cursor.ts";
import { reads } from "../drawing/reads.server.tsx";
import type { Slots } from "../drawing/slots.ts";
import { readListVersion } from "../events/list-version.server.ts";
import { FeedLine } from "../feeds/feed-link.tsx";
import { feedLinks } from "../feeds/feed-links.ts";
import { findHiddenThreads } from "../following/find-hidden.server.ts";
import {
  drawPress,
  FOLLOW_BYTES,
  FollowControl,
  usualPress,
} from "../following/follow-control.tsx";
import { readLevel } from "../following/read-level.server.ts";
import { readShowsMuted } from "../following/shows-muted.ts";
import { listNews } from "../reading/list-new.server.ts";
import { ownOfList } from "../reading/news-link.tsx";
import { say } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { ThreadList } from "../threads/thread-line.tsx";
import {
  listPath,
  olderPath,
  orderQuery,
  orderTabs,
  readListCursor,
  readThreadOrder,
  type ThreadOrder,
} from "../threads/thread-order.ts";
import { readTopic } from "../topics/list-topics.server.ts";
import { topicPath, topicSlug } from "../topics/topic.ts";
import { EndOfList } from "../ui/end-of-list.tsx";
import { Icon } from "../ui/icon.tsx";
import { pageHead } from "../ui/page-head.ts";
import { Tabs } from "../ui/tabs.tsx";

interface Asked {
  topic: string;
  order: ThreadOrder;
  after: Cursor | null;
  showsMuted: boolean;
}

export const loader = reads({
  ask(part, query): Asked {
    const order = readThreadOrder(query.get("order"));
    const after = readListCursor(order, query.get("after"));
    return { topic: topicSlug(part), order, after, showsMuted: readShowsMuted(query) };
  },
  addressOf: ({ topic, order, after }) =>
    `${topicPath(topic)}?order=${order}&after=${after && writeCursor(after)}`,
  versionOf: readListVersion,
  async read(db, { topic: part, order, after }) {
    const topic = await readTopic(db, part);
    if (topic.merged_into) throw redirect(topicPath(topic.merged_into), 301);
    const wished = { order, after: after && writeCursor(after), topicId: topic.id };
    const { threads, next } = await listThreads(db, wished);
    const older = olderPath(topicPath(topic.slug), order, next);
    const here = listPath(topicPath(topic.slug), order, wished.after);
    return { topic, threads, order, here, older, isEnd: after !== null };
  },
  draw: (list, { origin, slots, hidden }) => ({
    head: pageHead({
      title: list.topic.name,
      description: list.topic.about,
      canonical: origin + topicPath(list.topic.slug),
      alternates: feedLinks(
        topicPath(list.topic.slug),
        say(`feeds.topic.${list.order}`, { topic: list.topic.name }),
        orderQuery(list.order),
      ),
      next: list.older,
    }),
    pathname: topicPath(list.topic.slug),
    body: <Topic {...list} slots={slots} hidden={hidden} />,
    facts: { topicId: list.topic.id, threadIds: list.threads.map(({ id }) => id) },
  }),
  findHidden: async ({ db, person }, { threadIds }, { showsMuted }) =>
    findHiddenThreads(db, person.id, showsMuted ? [] : threadIds),
  async own({ db, person }, { topicId, threadIds }) {
    const level = await readLevel(db, { personId: person.id, kind: "topic", id: topicId });
    return {
      ...ownOfList(await listNews(db, person, threadIds)),
      ...(level ? { follow: drawPress("topic", level) } : {}),
    };
  },
});

interface TopicProps {
  topic: Awaited<ReturnType<typeof readTopic>>;
  threads: Awaited<ReturnType<typeof listThreads>>["threads"];
  order: ThreadOrder;
  older: string | null;
  isEnd: boolean;
  here: string;
  slots: Slots | null;
  hidden: ReadonlySet<number>;
}

function Topic({ topic, threads, order, here, older, isEnd, slots, hidden }: TopicProps) {
  const path = topicPath(topic.slug);
  return (
    <main id="main">
      <div className="with-action">
        <h1>{topic.name}</h1>
        <a className="button first" href={`/threads/new?topics=${encodeURIComponent(topic.name)}`}>
          <Icon name="pen" />
          {say("threads.new")}
        </a>
      </div>
      {topic.about && <p className="both">{topic.about}</p>}
      <FollowControl
        thing={{ kind: "topic", id: topic.id }}
        name={topic.name}
        press={slots?.fixed("follow", FOLLOW_BYTES, usualPress("topic"))}
      />
      <Tabs label={say("threads.orders")} tabs={orderTabs()} current={order} path={path} />
      <ThreadList
        threads={threads}
        slots={slots}
        hidden={hidden}
        here={here}
        older={older}
        empty={
          isEnd ? (
            <EndOfList says={say("threads.empty.end")} first={listPath(path, order, null)} />
          ) : (
            <p className="gone">{say("topics.empty")}</p>
          )
        }
      />
      <FeedLine path={path} query={orderQuery(order)} />
    </main>
  );
}
