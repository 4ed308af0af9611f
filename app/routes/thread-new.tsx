import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ThreadForm } from "../composing/composer.tsx";
import { readThreadDraft } from "../composing/draft.ts";
import { readSentDraft } from "../composing/kept-draft.ts";
import { needsNorms } from "../composing/needs-norms.server.ts";
import { NormsBeside, NormsFirst } from "../composing/norms.tsx";
import { OtherDrafts } from "../composing/other-drafts.tsx";
import { noDrafts, readFormDrafts } from "../composing/read-form-drafts.server.ts";
import { withoutMuted } from "../following/without-muted.server.ts";
import { asksOnce } from "../nudges/ask-once.server.ts";
import { goOn, orErrorPage, receive, sendingOf, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { findHeld } from "../spam/find-held.server.ts";
import { say } from "../strings/say.ts";
import { findSimilar } from "../threads/find-similar.server.ts";
import { startThread } from "../threads/start-thread.server.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const query = new URL(request.url).searchParams;
  const topics = await listTopics(forum.db);
  const { handedBack, person } = visit;
  return {
    key: randomUUID(),
    ...(handedBack
      ? noDrafts
      : await orErrorPage(() => readFormDrafts(forum.db, person, "/threads/new", query))),
    similar:
      person &&
      handedBack &&
      (await withoutMuted(forum.db, visit, await findSimilar(forum.db, handedBack.values))),
    isNew: await needsNorms(forum.db, person),
    topicNames: topics.map((topic) => topic.name),
    chosen: query.get("topics") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    const draft = readThreadDraft(form);
    const key = sendingOf(form, "/threads/new");
    const location = await startThread(db, person, draft, {
      ...{ now, limits: forum.limits, key },
      draft: readSentDraft(form, randomUUID()),
      ask: asksOnce(received, person, "/threads/new", draft),
    });
    const held = await findHeld(db, person, now);
    return goOn(received, location, held ?? { key: "write.done.thread" });
  });
}

export const meta: MetaFunction = () =>
  pageHead({ title: say("write.thread.title"), isPrivate: true });

export default function ThreadNew() {
  const { key, draft, others, otherCount, similar, isNew, topicNames, chosen } =
    useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <>
      <main id="main">
        <header className="page-head">
          <h1>{say("write.thread.title")}</h1>
          <p className="prose">{say("write.thread.lead")}</p>
        </header>
        <OtherDrafts
          lead={say("drafts.others", { count: otherCount })}
          drafts={others}
          count={otherCount}
        />
        {isNew && <NormsFirst />}
        <ThreadForm
          action="/threads/new"
          formKey={key}
          draft={draft}
          similar={similar}
          handedBack={handedBack}
          topicNames={topicNames}
          chosenTopics={chosen}
        />
      </main>
      {!isNew && <NormsBeside />}
    </>
  );
}
