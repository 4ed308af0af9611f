import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { ReasonField, TopicFields } from "../administration/fields.tsx";
import { readTopicChange } from "../administration/topic-change.ts";
import { goOn, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { addTopic } from "../topics/change-topics.server.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  return { topics: await listTopics(forum.db) };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const { draft, reason } = readTopicChange(form, { isReasonAsked: false });
    await addTopic(db, administrator, draft, reason, now);
    const said = { key: "administration.topics.added", values: { name: draft.name } } as const;
    return goOn(received, "/admin/topics", said);
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("administration.topics.title"), isPrivate: true });

export default function AdminTopics() {
  const { topics } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage path="/admin/topics" title={say("administration.topics.title")}>
      <ul>
        {topics.map(({ id, name, slug, about, threadCount }) => (
          <li className="notice" key={id}>
            <p>
              <a href={topicPath(slug)}>{name}</a>
            </p>
            {about && <p>{about}</p>}
            <div className="meta">
              <span>{say("topics.threads", { count: threadCount })}</span>
              <a href={`/admin${topicPath(slug)}`}>
                {say("administration.topics.rename")}
                <span className="unseen">{say("administration.topics.rename-of", { name })}</span>
              </a>
              <a href={`/admin${topicPath(slug)}/merge`}>
                {say("administration.topics.merge")}
                <span className="unseen">{say("administration.topics.merge-of", { name })}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
      <hr />
      <section aria-labelledby="add">
        <h2 id="add">{say("administration.topics.add")}</h2>
        <AdministrationForm
          action="/admin/topics"
          submit={say("administration.topics.add")}
          handedBack={handedBack}
        >
          <TopicFields handedBack={handedBack} />
          <ReasonField handedBack={handedBack} isOptional />
        </AdministrationForm>
      </section>
    </AdministrationPage>
  );
}
