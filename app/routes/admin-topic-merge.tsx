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
import { ReasonField } from "../administration/fields.tsx";
import { readMergeDraft } from "../administration/merge-draft.ts";
import { goOn, orErrorPage, receive } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { mergeTopics } from "../topics/change-topics.server.ts";
import { listTopics, readTopic } from "../topics/list-topics.server.ts";
import { topicPath } from "../topics/topic.ts";
import { TextField } from "../ui/field.tsx";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  await administratorsOnly(visit, request);
  const topic = await orErrorPage(() => readTopic(forum.db, params.topic ?? ""));
  if (topic.merged_into) throw redirect(`/admin${topicPath(topic.merged_into)}`, 301);
  const topics = await listTopics(forum.db);
  const others = topics.filter(({ id }) => id !== topic.id).map(({ name }) => name);
  return { name: topic.name, slug: topic.slug, others };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, form, now } = received;
    const administrator = administratorOf(received);
    const topic = await readTopic(db, args.params.topic ?? "");
    const { into, reason } = readMergeDraft(form, await listTopics(db));
    await mergeTopics(db, administrator, topic.id, into.id, reason, now);
    return goOn(received, "/admin/topics", { key: "administration.merge.done" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({ title: say("administration.merge.title", { name: data.name }), isPrivate: true })
    : [];

export default function AdminTopicMerge() {
  const { name, slug, others } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <AdministrationPage
      path="/admin/topics"
      title={say("administration.merge.title", { name })}
      lead={say("administration.merge.lead", { name })}
    >
      {others.length === 0 ? (
        <p className="gone">{say("administration.merge.alone")}</p>
      ) : (
        <AdministrationForm
          action={`/admin${topicPath(slug)}/merge`}
          submit={say("administration.merge.do")}
          handedBack={handedBack}
        >
          <TextField
            name="into"
            label={say("administration.merge.into")}
            hint={say("administration.merge.into.hint", { names: others.join(", ") })}
            list="topics"
            autoComplete="off"
            required
            handedBack={handedBack}
          />
          <datalist id="topics">
            {others.map((other) => (
              <option key={other} value={other} />
            ))}
          </datalist>
          <ReasonField handedBack={handedBack} />
        </AdministrationForm>
      )}
    </AdministrationPage>
  );
}
