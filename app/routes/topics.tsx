import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { say } from "../strings/say.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  return { topics: await listTopics(context.forum.db), origin: context.forum.origin };
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageHead({
    title: say("topics.title"),
    description: say("topics.lead"),
    canonical: `${data?.origin}/topics`,
  });

export default function Topics() {
  const { topics } = useLoaderData<typeof loader>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("topics.title")}</h1>
        <p className="prose">{say("topics.lead")}</p>
      </header>
      {topics.map((topic) => (
        <article className="thread-line" key={topic.id}>
          <h2>
            <a href={topicPath(topic.slug)}>{topic.name}</a>
          </h2>
          {topic.about && <p className="both">{topic.about}</p>}
          <p className="meta">{say("topics.threads", { count: topic.threadCount })}</p>
        </article>
      ))}
    </main>
  );
}
