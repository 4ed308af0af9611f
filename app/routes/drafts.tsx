import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftLine } from "../composing/draft-line.tsx";
import { FormOf } from "../composing/form-of.tsx";
import { keepDraft } from "../composing/keep-draft.server.ts";
import { readPlace } from "../composing/place.ts";
import { listDrafts } from "../composing/read-drafts.server.ts";
import { rememberTold } from "../nudges/remember-told.server.ts";
import { goOn, receive, signedIn, signInFirst } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { say } from "../strings/say.ts";
import { listTopics } from "../topics/list-topics.server.ts";
import { pageHead } from "../ui/page-head.ts";

export const handle = { hydrates: true };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  signInFirst(visit, request);
  const address = addressIn(request, visit.handedBack?.values.place);
  return {
    drafts: visit.person && !visit.handedBack ? await listDrafts(forum.db, visit.person) : [],
    // Of a form that comes back.
    action: readPlace(address) ? address : "/preview",
    key: randomUUID(),
    topicNames: visit.handedBack ? (await listTopics(forum.db)).map((topic) => topic.name) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const { db, forum, form, now } = received;
    const person = signedIn(received);
    await rememberTold(received, person);
    const how = {
      address: addressIn(args.request, form.get("place")),
      now,
      limits: forum.limits,
      isWished: true,
    };
    const saved = await keepDraft(db, person, form, how);
    const isKept = saved.version > 0 && !saved.isClosed;
    return goOn(received, "/drafts", { key: isKept ? "drafts.done.kept" : "drafts.done.nothing" });
  });
}

/** Where the form goes that is kept: told by the button, or by the form itself. */
const addressIn = (request: Request, place: string | null | undefined) =>
  new URL(request.url).searchParams.get("for") ?? place ?? "";

export const meta: MetaFunction = () => pageHead({ title: say("drafts.title"), isPrivate: true });

export default function Drafts() {
  const { drafts, action, key, topicNames } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  if (handedBack) {
    return (
      <main id="main">
        <h1>{say("drafts.keep")}</h1>
        <FormOf action={action} formKey={key} handedBack={handedBack} topicNames={topicNames} />
      </main>
    );
  }
  const open = drafts.filter((draft) => draft.closedAt === null);
  const closed = drafts.filter((draft) => draft.closedAt !== null);
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("drafts.title")}</h1>
        <p className="prose">{say("drafts.lead")}</p>
      </header>
      {open.length === 0 && (
        <section className="box">
          <h2>{say("drafts.empty.title")}</h2>
          <p>{say("drafts.empty.text")}</p>
        </section>
      )}
      <h2 className="unseen">{say("drafts.count", { count: open.length })}</h2>
      {open.map((draft) => (
        <DraftLine key={draft.key} draft={draft} />
      ))}
      {closed.length > 0 && (
        <section className="page-section" aria-labelledby="closed">
          <h2 id="closed">{say("drafts.closed.title")}</h2>
          <p>{say("drafts.closed.text")}</p>
          {closed.map((draft) => (
            <DraftLine key={draft.key} draft={draft} />
          ))}
        </section>
      )}
    </main>
  );
}
