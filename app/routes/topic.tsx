import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listNews } from "../reading/list-new.server.ts";
import { orErrorPage } from "../receive.server.ts";
import { say } from "../strings/say.ts";
import { listThreads } from "../threads/list-threads.server.ts";
import { ThreadList } from "../threads/thread-line.tsx";
import { olderPath, orderTabs, readThreadOrder } from "../threads/thread-order.ts";
import { readTopic } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { Icon } from "../ui/icon.tsx";
import { pageHead } from "../ui/page-head.ts";
import { Tabs } from "../ui/tabs.tsx";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const { db, origin } = forum;
  const topic = await orErrorPage(() => readTopic(db, params.topic ?? ""));
  if (topic.merged_into) throw redirect(topicPath(topic.merged_into), 301);
  const query = new URL(request.url).searchParams;
  const order = readThreadOrder(query.get("order"));
  const { threads, next } = await listThreads(db, {
    order,
    after: query.get("after"),
    topicId: topic.id,
  });
  const news = await listNews(
    db,
    visit.person,
    threads.map(({ id }) => id),
  );
  const older = olderPath(topicPath(topic.slug), order, next);
  return { topic, threads, news, order, older, origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({
        title: data.topic.name,
        description: data.topic.about,
        canonical: data.origin + topicPath(data.topic.slug),
        next: data.older,
      })
    : [];

export default function Topic() {
  const { topic, threads, news, order, older } = useLoaderData<typeof loader>();
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
      <Tabs label={say("threads.orders")} tabs={orderTabs()} current={order} path={path} />
      <ThreadList
        threads={threads}
        news={news}
        older={older}
        empty={<p className="gone">{say("topics.empty")}</p>}
      />
    </main>
  );
}
