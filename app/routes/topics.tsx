import { reads } from "../drawing/reads.server.tsx";
import { readListVersion } from "../events/list-version.server.ts";
import { say } from "../strings/say.ts";
import { listTopics, type TopicLine } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { pageHead } from "../ui/page-head.ts";

export const loader = reads({
  ask: () => ({}),
  addressOf: () => "/topics",
  versionOf: readListVersion,
  read: (db) => listTopics(db),
  draw: (topics, { origin }) => ({
    head: pageHead({
      title: say("topics.title"),
      description: say("topics.lead"),
      canonical: `${origin}/topics`,
    }),
    pathname: "/topics",
    body: <Topics topics={topics} />,
    facts: null,
  }),
});

function Topics({ topics }: { topics: TopicLine[] }) {
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
