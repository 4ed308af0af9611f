import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Mark } from "../accounts/person-link.tsx";
import { FormOf } from "../composing/form-of.tsx";
import { readPlace } from "../composing/place.ts";
import { renderPreview } from "../composing/render-preview.server.ts";
import { lookOver } from "../nudges/look-over.server.ts";
import { ASKED } from "../nudges/told.ts";
import { receive, typedValues } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { findSimilar } from "../threads/find-similar.server.ts";
import type { Found } from "../threads/similar.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { Html } from "../ui/html.tsx";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const action = addressIn(request);
  const hasTopics = /^(thread|edit)$/.test(readPlace(action)?.form ?? "");
  const topics = hasTopics ? await listTopics(context.forum.db) : [];
  return {
    action: readPlace(action) ? action : "/preview",
    key: randomUUID(),
    topicNames: topics.map((topic) => topic.name),
    author: context.visit.person?.name ?? null,
  };
}

const addressIn = (request: Request) => new URL(request.url).searchParams.get("for") ?? "";

interface Previewed extends Omit<HandedBack, "status"> {
  status: number;
  /** Missing when the text could not be shown. */
  html?: string;
  /** Threads that may be about the same as a new one. */
  similar?: Found | null;
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const html = await renderPreview(received);
    const values = typedValues(received.form);
    const isThread = readPlace(addressIn(args.request))?.form === "thread";
    const similar =
      isThread && received.visit.person ? await findSimilar(received.db, values) : null;
    const looked = await lookOver(received, addressIn(args.request), { isTyping: false });
    const { asked, ...said } = looked ?? { asked: null };
    if (asked) values[ASKED] = asked;
    return { status: 200, values, problems: {}, refused: null, html, similar, ...said };
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("write.preview.title"), isPrivate: true });

export default function Preview() {
  const { action, key, topicNames, author } = useLoaderData<typeof loader>();
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
      <FormOf {...given} topicNames={topicNames} similar={previewed?.similar} />
    </main>
  );
}
