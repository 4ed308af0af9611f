import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ThreadForm } from "../composing/composer.tsx";
import { readThreadDraft } from "../composing/draft.ts";
import { Norms } from "../composing/norms.tsx";
import { goOn, receive, sendingOf, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { startThread } from "../threads/start-thread.server.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const topics = await listTopics(forum.db);
  return {
    key: randomUUID(),
    topicNames: topics.map((topic) => topic.name),
    chosen: new URL(request.url).searchParams.get("topics") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const draft = readThreadDraft(form);
    const key = sendingOf(form, "/threads/new");
    const location = await startThread(db, person, draft, { now, limits: forum.limits, key });
    return goOn(received, location, { key: "write.done.thread" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("write.thread.title"), isPrivate: true });

export default function ThreadNew() {
  const { key, topicNames, chosen } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{say("write.thread.title")}</h1>
          <p className="prose">{say("write.thread.lead")}</p>
        </header>
        <ThreadForm
          action="/threads/new"
          formKey={key}
          handedBack={handedBack}
          topicNames={topicNames}
          chosenTopics={chosen}
        />
      </main>
      <aside className="margin" aria-label={say("write.asked-of-all")}>
        <div>
          <h2>{say("write.asked-of-all")}</h2>
          <Norms />
        </div>
      </aside>
    </>
  );
}
