import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listNews } from "../reading/list-new.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { ThreadList } from "../threads/thread-line.tsx";
import { olderPath, orderTabs, readThreadOrder } from "../threads/thread-order.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { Icon } from "../ui/icon.tsx";
import { pageHead } from "../ui/page-head.ts";
import { Tabs } from "../ui/tabs.tsx";

/** Topics beside the list. */
const MARGIN_TOPICS = 8;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db, origin } = forum;
  const query = new URL(request.url).searchParams;
  const order = readThreadOrder(query.get("order"));
  const after = query.get("after");
  const { threads, next } = await listThreads(db, { order, after });
  const topics = (await listTopics(db)).slice(0, MARGIN_TOPICS);
  const news = await listNews(
    db,
    visit.person,
    threads.map(({ id }) => id),
  );
  return { threads, news, topics, order, older: olderPath("/", order, next), after, origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: say("threads.title"),
    description: say("threads.description"),
    canonical: `${data?.origin}/`,
    next: data?.older,
  });

export default function Front() {
  const { threads, news, topics, order, older, after } = useLoaderData<typeof loader>();
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
        <Tabs label={say("threads.orders")} tabs={orderTabs()} current={order} path="/" />
        <ThreadList
          threads={threads}
          news={news}
          older={older}
          empty={<Nothing isEnd={after !== null} />}
        />
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
          <p>
            {sayRich("threads.margin.order.text", {
              help: (parts) => (
                <a key="help" href="/help#best">
                  {parts}
                </a>
              ),
            })}
          </p>
        </div>
      </aside>
    </>
  );
}

function Nothing({ isEnd }: { isEnd: boolean }) {
  if (isEnd) return <p className="gone">{say("threads.empty.end")}</p>;
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
