import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Mark } from "../accounts/person-link.tsx";
import { EditForm, ReplyForm, ThreadForm } from "../composing/composer.tsx";
import { renderPreview } from "../composing/render-preview.server.ts";
import { receive, typedValues } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

/** The forms that preview themselves, by the address they go to. */
const FORMS = {
  thread: /^\/threads\/new$/,
  reply: /^\/threads\/\d+\/reply$/,
  edit: /^\/posts\/\d+\/edit$/,
};

export async function loader({ request, context }: LoaderFunctionArgs) {
  const wished = new URL(request.url).searchParams.get("for") ?? "";
  const form = (["thread", "reply", "edit"] as const).find((name) => FORMS[name].test(wished));
  const topics = form === "thread" || form === "edit" ? await listTopics(context.forum.db) : [];
  return {
    form: form ?? "none",
    action: form ? wished : "/preview",
    key: randomUUID(),
    topicNames: topics.map((topic) => topic.name),
    author: context.visit.person?.name ?? null,
  };
}

interface Previewed extends Omit<HandedBack, "status"> {
  status: number;
  /** Missing when the text could not be shown. */
  html?: string;
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const html = await renderPreview(received);
    return { status: 200, values: typedValues(received.form), problems: {}, refused: null, html };
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("write.preview.title"), isPrivate: true });

export default function Preview() {
  const { form, action, key, topicNames, author } = useLoaderData<typeof loader>();
  const previewed = useActionData() as Previewed | undefined;
  const given = { action, formKey: key, handedBack: previewed as HandedBack | undefined };
  return (
    <main id="main">
      <h1>{say("write.preview.title")}</h1>
      {previewed?.html !== undefined && (
        <article className="post preview" aria-label={say("write.preview.label")}>
          {author && (
            <header className="by">
              <span className="person">
                <Mark name={author} />
                <bdi>{author}</bdi>
              </span>
            </header>
          )}
          <Html html={previewed.html} />
        </article>
      )}
      {form === "thread" && <ThreadForm {...given} topicNames={topicNames} />}
      {form === "edit" && (
        <EditForm
          {...given}
          body=""
          version={1}
          opening={previewed?.values.title === undefined ? null : { title: "", topics: "" }}
          topicNames={topicNames}
        />
      )}
      {(form === "reply" || form === "none") && <ReplyForm {...given} parentId={null} />}
    </main>
  );
}
