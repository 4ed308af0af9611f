import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withNext } from "../accounts/next-page.ts";
import { readId } from "../composing/draft.ts";
import { findHiddenMinds } from "../following/find-hidden-minds.server.ts";
import { HiddenNote } from "../following/hidden-note.tsx";
import { readShowsMuted } from "../following/shows-muted.ts";
import { spend } from "../limits/spend.server.ts";
import { maySayMindChanged } from "../permissions.ts";
import { goOn, orErrorPage, receive, signedIn } from "../receive.server.ts";
import type { HandedBack } from "../refusals.ts";
import { readChangedMindDraft } from "../standing/changed-mind.ts";
import { findHonoured } from "../standing/find-honoured.server.ts";
import { findMindBar } from "../standing/find-mind-bar.server.ts";
import { listChangedMinds } from "../standing/list-changed-minds.server.ts";
import { MindBarNote, MindForm, TakeBackForm } from "../standing/mind-form.tsx";
import { mindsPath } from "../standing/mind-path.ts";
import { MindView } from "../standing/mind-view.tsx";
import { recordChangedMind } from "../standing/record-changed-mind.server.ts";
import { withdrawChangedMind } from "../standing/withdraw-changed-mind.server.ts";
import { say, sayRich } from "../strings/say.ts";
import { pageHead } from "../ui/page-head.ts";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { forum, visit } = context;
  const post = await orErrorPage(() => findHonoured(forum.db, readId(params.post ?? "")));
  const { id, author, title } = post;
  const ownId = visit.person?.id ?? null;
  const all = await listChangedMinds(forum.db, id, ownId);
  const mutes = visit.muteCount > 0 && !readShowsMuted(new URL(request.url).searchParams);
  const ids = mutes ? all.filter(({ personId }) => personId !== ownId).map((mind) => mind.id) : [];
  const hidden = await findHiddenMinds(forum.db, ownId ?? 0, ids);
  const minds = all.filter((mind) => !hidden.has(mind.id));
  const may = ownId !== null && maySayMindChanged(visit.person, post) === null;
  const bar = may ? await findMindBar(forum.db, ownId, post, forum.now()) : null;
  return {
    ...{ id, author, title, minds, ownId, hidden: hidden.size },
    isAsked: visit.handedBack !== null || (may && bar === null),
    // What one has said of this very post stands on the page itself.
    bar: bar && bar.record.postId === id ? null : bar,
    origin: forum.origin,
  };
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, async (received) => {
    const person = signedIn(received);
    const { db, forum, form, now } = received;
    const postId = readId(args.params.post ?? "");
    const draft = form.get("withdraw") === "1" ? null : readChangedMindDraft(form);
    await spend(db, "honour.person", person.id, now, forum.limits);
    if (!draft) {
      const location = await withdrawChangedMind(db, person, postId, now);
      return goOn(received, location, { key: "standing.mind.taken-back" });
    }
    const location = await recordChangedMind(db, person, postId, draft, now);
    return goOn(received, location, { key: "standing.mind.done" });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageHead({
        title: say("standing.mind.title", { author: data.author }),
        canonical: data.origin + mindsPath(data.id),
      })
    : [];

export default function PostChangedMyMind() {
  const { id, author, title, minds, hidden, ownId, isAsked, bar } = useLoaderData<typeof loader>();
  const handedBack = useActionData<HandedBack>();
  return (
    <main id="main">
      <header className="page-head">
        <h1>{say("standing.mind.title", { author })}</h1>
        <p className="prose">
          {sayRich("standing.mind.lead", {
            title,
            thread: (parts) => (
              <a key="thread" href={`/posts/${id}`}>
                {parts}
              </a>
            ),
          })}
        </p>
      </header>
      {minds.length + hidden === 0 && <p className="gone">{say("standing.mind.none")}</p>}
      {minds.map((mind) => (
        <MindView key={mind.id} mind={mind}>
          {mind.personId === ownId && <TakeBackForm postId={id} author={author} />}
        </MindView>
      ))}
      <HiddenNote count={hidden} what="minds" here={mindsPath(id)} />
      {bar && !isAsked && <MindBarNote bar={bar} />}
      {isAsked && <MindForm postId={id} handedBack={handedBack} />}
      {ownId === null && !isAsked && (
        <p>
          {sayRich("standing.mind.sign-in", {
            signin: (parts) => (
              <a key="in" href={withNext("/sign-in", mindsPath(id))}>
                {parts}
              </a>
            ),
          })}
        </p>
      )}
    </main>
  );
}
