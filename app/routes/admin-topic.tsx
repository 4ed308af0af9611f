import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationForm, AdministrationPage } from "../administration/administration-page.tsx";
import {
  administratorOf,
  administratorsOnly,
} from "../administration/administrators-only.server.ts";
import { ReasonField, TopicFields } from "../administration/fields.tsx";
import { readTopicChange } from "../administration/topic-change.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { renameTopic } from "../topics/change-topics.server.ts";
import { readTopic } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const topic = await orErrorPage(() => readTopic(forum.db, params.topic ?? ""));
  if (topic.merged_into) throw redirect(`/admin${topicPath(topic.merged_into)}`, 301);
  return { name: topic.name, slug: topic.slug, about: topic.about };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const topic = await readTopic(db, args.params.topic ?? "");
    const { draft, reason } = readTopicChange(form, { isReasonAsked: true });
    await renameTopic(db, administrator, topic.id, draft, reason, now);
    return goOn(received, "/admin/topics", { key: "administration.topic.done" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("administration.topic.title", { name: data.name }), isPrivate: true })
    : [];

export default function AdminTopic() {
  const { name, slug, about } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/topics"
      title={say("administration.topic.title", { name })}
      lead={say("administration.topic.lead")}
    >
      <AdministrationForm
        action={`/admin${topicPath(slug)}`}
        submit={say("administration.save")}
        handedBack={handedBack}
      >
        <TopicFields name={name} about={about} handedBack={handedBack} />
        <ReasonField handedBack={handedBack} />
      </AdministrationForm>
    </AdministrationPage>
  );
}
